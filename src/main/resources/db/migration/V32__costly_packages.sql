-- What proves costly to open waits until no other package waits.
alter table submission add column costly boolean default false not null;
alter table submission add column put_off_at timestamp with time zone;
drop index submission_to_open;
create index submission_to_open on submission (needs_opening, costly, registered_at, number);

-- 往来邮件 is read by kind too.
create index correspondence_by_kind on correspondence (kind, registered_at desc, id desc);
