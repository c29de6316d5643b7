-- A case on its way to its department: it follows from the entry in the queue, and its doc from the last delivery.
create table delivery (
  dossier      varchar(20)              not null primary key references dossier (number),
  department   varchar(100)             not null,
  serial       integer                  not null,       -- how often it entered a queue; names the file
  state        varchar(20)              not null,
  event_id     uuid                     not null,       -- leaves only when this is journaled
  due_at       timestamp with time zone not null,
  delivered_at timestamp with time zone,
  lease_until  timestamp with time zone,
  tries        integer default 0        not null,
  failed_at    timestamp with time zone,
  last_error   varchar(2000),
  doc          text,
  constraint delivery_failure check ((failed_at is null) = (last_error is null))
);
create index delivery_due on delivery (state, due_at, dossier);
create index delivery_failed on delivery (failed_at);
