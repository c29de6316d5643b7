-- People are looked for by the beginning of their names. A beginning of one and of two characters is found by equality,
-- in the order of the list, whatever the database's collation; who is not there is not looked for in a million rows.
alter table dossier add column name_1 varchar(4) default '' not null;
alter table dossier add column name_2 varchar(8) default '' not null;
update dossier set name_1 = substring(candidate_name from 1 for 1), name_2 = substring(candidate_name from 1 for 2);
drop index dossier_by_name;
create index dossier_by_name_1 on dossier (name_1, registered_at desc, number desc);
create index dossier_by_name_2 on dossier (name_2, registered_at desc, number desc);
