-- The lease is asked twice, for another may have taken the row in between; sorted as the index is, so that a backlog costs nothing.
select number, tries from final table (
  update submission
     set lease_until = current_timestamp + interval '300' second(3), tries = tries + 1
   where (lease_until is null or lease_until < current_timestamp)
     and number in (select number from submission
                     where needs_opening = true and costly = false and tries < 10
                       and (lease_until is null or lease_until < current_timestamp)
                     order by needs_opening, costly, registered_at, number fetch first 1 rows only))
