-- The inbox by every filter. What is searched and counted stands in the index itself: a row also holds the whole
-- record, which a list of a million must not read.
alter table submission add column search_name varchar(200) default '' not null; -- the name in lower case, cut
update submission set search_name = lower(substring(name from 1 for 200));
drop index submission_newest;
drop index submission_by_call;
drop index submission_by_unit;
drop index submission_by_channel;
create index submission_newest on submission
  (registered_at desc, number desc, state, call_id, unit_code, channel, search_name);
create index submission_by_call on submission (call_id, registered_at desc, number desc, state);
create index submission_by_unit on submission (unit_code, registered_at desc, number desc, state, call_id);
create index submission_by_channel on submission (channel, registered_at desc, number desc, state);
