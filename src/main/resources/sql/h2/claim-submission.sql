select number, tries from final table (
  update submission
     set lease_until = current_timestamp + interval '300' second(3), tries = tries + 1
   where number in (select number from submission
                     where needs_opening = true and tries < 10
                       and (lease_until is null or lease_until < current_timestamp)
                     order by registered_at, number fetch first 4 rows only))
order by number
