select id, submission, kind, tries from final table (
  update letter
     set lease_until = current_timestamp + interval '120' second(3), tries = tries + 1
   where id in (select l.id from letter l join event e on e.id = l.event_id
                 where l.state = 'WAITING' and l.due_at <= current_timestamp and e.seq is not null
                   and l.tries < 10 and (l.lease_until is null or l.lease_until < current_timestamp)
                 order by l.due_at, l.id fetch first 10 rows only))
order by submission, id
