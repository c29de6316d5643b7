-- Reading scanned forms by machine: a slow queue of its own.
alter table scan add column read_state  varchar(16);               -- WAITING until it was read, or a person is asked
alter table scan add column lease_until timestamp with time zone;
alter table scan add column tries       integer default 0 not null;
alter table scan add column last_error  varchar(2000);
alter table scan add column failed_at   timestamp with time zone;
create index scan_to_read on scan (read_state, registered_at, id);
