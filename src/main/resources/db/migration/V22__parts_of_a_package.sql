-- What the mails of one package have in common, while they wait for each other.
alter table submission add column part_key varchar(600);
create index submission_part on submission (part_key);
