-- A scan that a person has settled waits for nothing any more.
alter table scan add column ended boolean default false not null;
drop index scan_waiting;
create index scan_waiting on scan (ended, unit_code, registered_at, id);
