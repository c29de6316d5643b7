-- sealed follows from the record; the scan_ columns are work in hand, as leases are, and in real time.
alter table submission add column sealed boolean default false not null;
alter table submission add column scan_since timestamp with time zone; -- waits for the malware scanner
alter table submission add column scan_cause varchar(20);
alter table submission add column scan_reason varchar(500);
alter table submission add column scan_tries integer default 0 not null;
create index submission_unscanned on submission (scan_since);
