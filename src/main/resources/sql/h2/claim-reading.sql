select id, tries from final table (
  update scan
     set lease_until = current_timestamp + interval '900' second(3), tries = tries + 1
   where id in (select s.id from scan s
                 where s.read_state = 'WAITING'
                   and (s.lease_until is null or s.lease_until < current_timestamp)
                 order by s.registered_at, s.id fetch first 1 rows only))
