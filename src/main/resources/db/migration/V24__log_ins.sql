-- Who is logged in, kept by Spring Session over a restart. No record of the office: no event tells of it, and whoever finds it
-- empty logs in again.
create table spring_session (
  primary_id            char(36) not null primary key,
  session_id            char(36) not null,
  creation_time         bigint   not null,                        -- milliseconds of real time, as all three
  last_access_time      bigint   not null,
  max_inactive_interval int      not null,                        -- seconds
  expiry_time           bigint   not null,
  principal_name        varchar(100)
);
create unique index spring_session_of_browser on spring_session (session_id);
create index spring_session_over on spring_session (expiry_time);
create index spring_session_of_person on spring_session (principal_name);

create table spring_session_attributes (
  session_primary_id char(36)     not null references spring_session (primary_id) on delete cascade,
  attribute_name     varchar(200) not null,
  attribute_bytes    bytea        not null,
  primary key (session_primary_id, attribute_name)
);
