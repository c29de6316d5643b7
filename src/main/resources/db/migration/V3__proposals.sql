-- What the machine would decide otherwise of dossiers that are accepted or refused. It follows from the record: each
-- assessment of a unit writes it anew, so it is no event.
create table proposal (
  dossier   varchar(20)              not null primary key references dossier (number),
  call_id   varchar(63)              not null,
  unit_code varchar(64)              not null,
  since     timestamp with time zone not null,
  doc       text                     not null
);
create index proposal_by_unit on proposal (call_id, unit_code);
create index proposal_newest on proposal (since desc, dossier desc);
