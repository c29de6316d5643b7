with claimed as (
  update delivery
     set lease_until = current_timestamp + interval '300' second, tries = tries + 1
   where dossier in (select d.dossier from delivery d join event e on e.id = d.event_id
                      where d.state = 'WAITING' and d.due_at <= current_timestamp and e.seq is not null
                        and d.tries < 10 and (d.lease_until is null or d.lease_until < current_timestamp)
                      order by d.due_at, d.dossier fetch first 2 rows only
                        for update of d skip locked)
  returning dossier, department, serial, tries)
select dossier, department, serial, tries from claimed order by dossier
