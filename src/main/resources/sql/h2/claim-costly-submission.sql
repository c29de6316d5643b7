-- What may cost much is opened when nobody else waits: for the opening, the decision or a letter; after ten minutes it has waited long enough.
-- What failed and is tried again later holds nobody up.
-- The lease is asked twice, for another may have taken the row in between; sorted as the index is, so that a backlog costs nothing.
select number, tries from final table (
  update submission
     set lease_until = current_timestamp + interval '300' second(3), tries = tries + 1
   where (lease_until is null or lease_until < current_timestamp)
     and number in (select number from submission
                     where needs_opening = true and costly = true and tries < 10
                       and (lease_until is null or lease_until < current_timestamp)
                       and (put_off_at < current_timestamp - interval '10' minute
                            or not exists (select 1 from submission other
                                            where other.needs_opening = true and other.costly = false and other.tries < 10)
                               and not exists (select 1 from unit_call c where c.waiting = true and c.failed_at is null)
                               and not exists (select 1 from letter l
                                                where l.state = 'WAITING' and l.due_at <= current_timestamp and l.failed_at is null))
                     order by needs_opening, costly, registered_at, number fetch first 1 rows only))
