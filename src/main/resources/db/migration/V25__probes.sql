-- Letters to ourselves that prove a channel (ADR 0019). Real time; no event tells of them, the next one is sent anyway.
create table probe (
  id         varchar(64)              not null primary key,
  source     varchar(400)             not null,
  sent_at    timestamp with time zone not null,
  failure    varchar(1000),                                     -- why it could not be sent
  arrived_at timestamp with time zone,
  place      varchar(400)                                       -- where it was seen
);
create index probe_of_source on probe (source, sent_at desc, id desc);

-- Each copy that a source shows: it is neither registered nor fetched again.
create table probe_seen (
  channel   varchar(20)  not null,
  native_id varchar(500) not null,
  probe     varchar(64)  not null,
  primary key (channel, native_id)
);

-- By which probes are known as ours, on every node.
create table office_key (
  name   varchar(40)  not null primary key,
  secret varchar(100) not null
);

alter table mail_folder add column brought_at timestamp with time zone;   -- the last mail that was registered from it

-- The mails of one package in the order in which they came.
drop index submission_part;
create index submission_part on submission (part_key, registered_at, number);
