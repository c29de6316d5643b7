select id, letter, tries from final table (
  update mailing
     set lease_until = current_timestamp + interval '600' second(3), tries = tries + 1
   where id in (select m.id from mailing m join event e on e.id = m.event_id
                  left join mail_line p on p.provider = m.provider
                  left join mail_line w on w.provider = '*'
                 where m.state = 'WAITING' and m.due_at <= current_timestamp and e.seq is not null
                   and m.tries < 10 and (m.lease_until is null or m.lease_until < current_timestamp)
                   and (p.free_at is null or p.free_at <= current_timestamp)
                   and (w.free_at is null or w.free_at <= current_timestamp)
                 order by m.due_at, m.id fetch first 1 rows only))
