-- Mails that get no number, what is remembered of each folder of a mailbox, and when it could not be looked into.
create table correspondence (
  id            varchar(64)              not null primary key,   -- that of its receipt
  channel       varchar(20)              not null,
  native_id     varchar(500)             not null,
  digest        varchar(64)              not null,
  kind          varchar(20)              not null,
  letter        varchar(64),
  submission    varchar(20),
  registered_at timestamp with time zone not null,
  doc           text                     not null,
  constraint correspondence_of_source unique (channel, native_id)
);
create index correspondence_newest on correspondence (registered_at desc, id desc);
create index correspondence_of_submission on correspondence (submission, registered_at desc, id desc);

-- Real time throughout: the machine's, not the office's. No event tells of it: what is lost is looked up again.
create table mail_folder (
  mailbox     varchar(100)             not null,
  folder      varchar(300)             not null,
  looked_at   timestamp with time zone,                           -- the last look that succeeded
  cleared_at  timestamp with time zone,                           -- the last that left nothing waiting
  holder      varchar(64),                                        -- the process that looks into it
  lease_until timestamp with time zone,
  primary key (mailbox, folder)
);

create table outage (
  id       varchar(64)              not null primary key,
  source   varchar(400)             not null,
  began_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  doc      text                     not null
);
create index outage_of_source on outage (source, began_at desc);
