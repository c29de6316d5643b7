-- How each dossier stands in time, by its standing decision; it follows from the record. A call's last evening and its
-- deadline report count and list by it.
create table time_standing (
  dossier       varchar(20)              not null primary key references dossier (number) on delete cascade,
  call_id       varchar(63)              not null,
  timing        varchar(12)              not null,
  registered_at timestamp with time zone not null           -- of the dossier: the order of its lists
);
create index time_standing_of_call on time_standing (call_id, timing, registered_at desc, dossier desc);
insert into time_standing (dossier, call_id, timing, registered_at)
  select d.number, d.call_id,
    case when d.state in ('AWAITING_PAPER', 'AWAITING_ELECTRONIC') then 'AWAITED'
         when s.doc like '%"code":"LATE"%' then 'LATE'
         when s.doc like '%"code":"TIME_UNDETERMINED"%' then 'UNDETERMINED'
         when s.doc like '%"code":"PART_LATE"%' then 'PART_LATE'
         else 'IN_TIME' end,
    d.registered_at
  from dossier d join decision s on s.dossier = d.number and s.standing = true
  where d.state not in ('RECEIVED', 'SUPERSEDED');

-- Arrivals of a call by the minute in which they were received.
create index submission_of_nights on submission (call_id, received_latest, channel);
