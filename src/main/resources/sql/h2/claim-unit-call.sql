-- Waiting is asked twice: H2 finds no row by a pair of columns, and would read the whole table at each look.
select call_id, unit_code, tries from final table (
  update unit_call
     set lease_until = current_timestamp + interval '120' second(3), tries = tries + 1, claimed = requested
   where waiting = true
     and (call_id, unit_code) in (select call_id, unit_code from unit_call
                                   where waiting = true and tries < 10
                                     and (lease_until is null or lease_until < current_timestamp)
                                   order by call_id, unit_code fetch first 4 rows only))
order by call_id, unit_code
