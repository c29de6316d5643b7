with claimed as (
  update scan
     set lease_until = current_timestamp + interval '900' second, tries = tries + 1
   where id in (select s.id from scan s
                 where s.read_state = 'WAITING'
                   and (s.lease_until is null or s.lease_until < current_timestamp)
                 order by s.registered_at, s.id fetch first 1 rows only
                   for update of s skip locked)
  returning id, tries)
select id, tries from claimed
