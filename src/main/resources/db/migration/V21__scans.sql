-- Scans of printed forms from the mail room: a row for each form that a file shows, by the code on it.
create table scan (
  id            varchar(64)              not null primary key,
  call_id       varchar(63),
  reference     varchar(32),                                -- the dossier's number, or that of a draft
  person_key    varchar(10),                                -- of a draft: how the candidate's key begins
  unit_code     varchar(64),                                -- null while no dossier is known
  registered_at timestamp with time zone not null,
  doc           text                     not null
);
create index scan_of_unit on scan (call_id, unit_code, registered_at);
create index scan_waiting on scan (unit_code, registered_at, id);
