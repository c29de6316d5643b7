-- By whose hand a dossier stands as it does, and why the others wait. Both follow from the record.
alter table dossier add column hand varchar(10) default 'WAITING' not null;
update dossier set hand = case
  when state = 'SUPERSEDED' then 'REPLACED'
  when state in ('RECEIVED', 'AWAITING_PAPER', 'AWAITING_ELECTRONIC', 'IN_REVIEW') then 'WAITING'
  when doc like '%"ruled":true%' then 'PERSON'
  else 'MACHINE' end;
create index dossier_by_hand on dossier (call_id, hand, state);
create index dossier_of_hand on dossier (hand, registered_at desc, number desc, call_id);

create table waiting_reason (
  dossier       varchar(20)              not null references dossier (number) on delete cascade,
  code          varchar(60)              not null,
  call_id       varchar(63)              not null,
  registered_at timestamp with time zone not null,          -- of the dossier: the order of its lists
  primary key (dossier, code)
);
create index waiting_by_call on waiting_reason (call_id, code);
create index waiting_by_code on waiting_reason (code, registered_at desc, dossier desc, call_id);

-- Which units have not delivered: what the record holds of each unit in a call, counted by index.
create index dossier_of_units on dossier (call_id, unit_code, state, registered_at);
create index submission_of_units on submission (call_id, unit_code, state, registered_at);

-- A reminder answers no submission; it belongs to a call.
alter table letter alter column submission drop not null;
alter table letter add column call_id varchar(63);
update letter set call_id = (select s.call_id from submission s where s.number = letter.submission);
create index letter_of_units on letter (call_id, unit_code, kind, state, written_at);

-- What a clerk notes of having spoken with a unit (电话催报).
create table contact (
  id        varchar(64)              not null primary key,
  call_id   varchar(63)              not null,
  unit_code varchar(64)              not null,
  at        timestamp with time zone not null,              -- when they spoke
  doc       text                     not null
);
create index contact_of_units on contact (call_id, unit_code, at);
create index paper_of_units on paper (call_id, unit_code, registered_at);
