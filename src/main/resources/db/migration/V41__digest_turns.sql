-- Who writes the digest of a day to an address: of several processes on this database, one.
create table digest_turn (
  of_day      date         not null,                        -- in the office's zone
  address     varchar(320) not null,
  lease_until timestamp with time zone,                     -- real time, the database's current_timestamp
  primary key (of_day, address)
);
