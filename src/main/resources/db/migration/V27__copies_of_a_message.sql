-- The same for every copy of a message, by whatever way it came; empty for what is no mail.
alter table submission add column message_key varchar(64);
create index submission_message on submission (message_key);
