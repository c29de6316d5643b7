-- A change of a call before it takes effect; at most one of each call is open.
create table call_draft (
  id       varchar(64)              not null primary key,
  call_id  varchar(63)              not null,
  open_key varchar(63)              unique,             -- the call's id while it is neither published nor withdrawn
  state    varchar(20)              not null,
  saved_at timestamp with time zone not null,
  version  integer                  not null,
  doc      text                     not null
);
