-- The mail room's parcels: found by what the carrier calls them, and how they left the room.
alter table paper add column item varchar(64) default '' not null;
alter table paper add column ended varchar(20);
create index paper_of_item on paper (item, number);

-- Photos of covers. One without a parcel belongs to whichever is registered under its item number.
create table cover (
  id            varchar(64)              not null primary key,
  parcel        varchar(20),
  item          varchar(64)              not null,
  registered_at timestamp with time zone not null,
  doc           text                     not null
);
create index cover_of_parcel on cover (parcel, registered_at);
create index cover_of_item on cover (item, registered_at);

-- Originals in custody: each set is somewhere, with somebody, until it is back with its unit.
create table original (
  id            varchar(64)              not null primary key,
  parcel        varchar(20)              not null references paper (number),
  call_id       varchar(63)              not null,
  unit_code     varchar(64)              not null,
  state         varchar(20)              not null,
  registered_at timestamp with time zone not null,
  version       integer                  not null,
  doc           text                     not null
);
create index original_of_parcel on original (parcel, id);
create index original_by_state on original (state, registered_at desc, id desc);

-- Parcels that nobody announced: whose they are, a person finds out.
create table stray (
  number        varchar(20)              not null primary key,
  state         varchar(20)              not null,
  registered_at timestamp with time zone not null,
  version       integer                  not null,
  doc           text                     not null
);
create index stray_by_state on stray (state, registered_at, number);
