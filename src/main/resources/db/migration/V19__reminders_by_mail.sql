-- A reminder answers no submission, and goes by mail like any letter.
alter table mailing alter column submission drop not null;
