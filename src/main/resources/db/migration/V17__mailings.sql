-- A letter on its way to one address: its state is a record; tries, pauses and what was said meanwhile are work in
-- hand, in real time. It is put off with its failure told, and tried again when lease_until is over.
create table mailing (
  id             varchar(80)              not null primary key,
  letter         varchar(64)              not null references letter (id),
  submission     varchar(20)              not null,
  unit_code      varchar(64),
  address        varchar(320)             not null,
  provider       varchar(320)             not null,       -- whose pace is kept
  automatic      boolean                  not null,
  state          varchar(20)              not null,
  to_call        boolean                  not null,
  queued_at      timestamp with time zone not null,
  changed_at     timestamp with time zone not null,
  event_id       uuid                     not null,       -- leaves only when this is journaled
  due_at         timestamp with time zone not null,
  put_off        integer default 0        not null,
  put_off_since  timestamp with time zone,
  put_off_cause  varchar(30),
  lease_until    timestamp with time zone,
  tries          integer default 0        not null,       -- without any answer
  failed_at      timestamp with time zone,
  last_error     varchar(2000),
  doc            text                     not null,
  constraint mailing_failure check ((failed_at is null) = (last_error is null))
);
create index mailing_due on mailing (state, due_at, id);
create index mailing_newest on mailing (queued_at desc, id desc);
create index mailing_by_state on mailing (state, queued_at desc, id desc);
create index mailing_to_call on mailing (to_call, queued_at desc, id desc);
create index mailing_of_letter on mailing (letter, queued_at, id);
create index mailing_of_submission on mailing (submission, queued_at desc, id desc);
create index mailing_answers on mailing (submission, address, automatic, queued_at);
create index mailing_failed on mailing (failed_at);

-- How a provider, or with * the whole line, behaves: nothing goes there before free_at. It is no record.
create table mail_line (
  provider  varchar(320)             not null primary key,
  free_at   timestamp with time zone not null,
  cause     varchar(30),
  said      varchar(2000),
  since     timestamp with time zone,
  taken_at  timestamp with time zone,
  taken_day date,
  taken     integer default 0        not null
);
