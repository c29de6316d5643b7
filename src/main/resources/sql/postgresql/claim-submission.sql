with claimed as (
  update submission
     set lease_until = current_timestamp + interval '300' second, tries = tries + 1
   where number in (select number from submission
                     where needs_opening = true and costly = false and tries < 10
                       and (lease_until is null or lease_until < current_timestamp)
                     order by needs_opening, costly, registered_at, number fetch first 1 rows only
                       for update skip locked)
  returning number, tries)
select number, tries from claimed
