-- Addresses that clerks found to speak for a unit. What the registry of units says stands in its own file.
create table sender_binding (
  id        varchar(64)              not null primary key,
  address   varchar(260)             not null,
  unit_code varchar(64)              not null,
  live_key  varchar(64)              unique,                -- SHA-256 of address and unit, while it holds
  state     varchar(10)              not null,              -- HOLDS or ENDED
  bound_at  timestamp with time zone not null,
  doc       text                     not null
);
create index sender_binding_newest on sender_binding (bound_at desc, id desc);
create index sender_binding_by_state on sender_binding (state, bound_at desc, id desc);
create index sender_binding_of_address on sender_binding (address, bound_at desc, id desc);
create index sender_binding_of_unit on sender_binding (unit_code, bound_at desc, id desc);

-- Who speaks by a mail, and whether it waits until a person says so.
alter table submission add column sender varchar(260);
alter table submission add column sender_waits boolean default false not null;
create index submission_by_sender on submission (sender_waits, sender, registered_at, number);
