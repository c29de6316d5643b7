-- The mail room's lists: by call, by unit, and what a second person is still to look at.
alter table paper add column awaits_second boolean default false not null;
create index paper_by_call on paper (call_id, registered_at desc, number desc);
create index paper_of_unit on paper (unit_code, registered_at desc, number desc);
create index paper_awaiting on paper (awaits_second, registered_at desc, number desc);
