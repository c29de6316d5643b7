-- Rulings that a second person confirms: of each dossier the latest, waiting or not. Those before it are in the journal.
create table pending_ruling (
  dossier     varchar(20)              not null primary key references dossier (number),
  state       varchar(20)              not null,
  proposed_at timestamp with time zone not null,
  doc         text                     not null
);
create index pending_ruling_awaiting on pending_ruling (state, proposed_at, dossier);
