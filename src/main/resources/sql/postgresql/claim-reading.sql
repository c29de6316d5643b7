with claimed as (
  update scan
     set read_lease = current_timestamp + interval '900' second, read_tries = read_tries + 1
   where id in (select s.id from scan s
                 where s.read_state = 'WAITING'
                   and (s.read_lease is null or s.read_lease < current_timestamp)
                 order by s.registered_at, s.id fetch first 1 rows only
                   for update of s skip locked)
  returning id, read_tries)
select id, read_tries from claimed
