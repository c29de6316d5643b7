-- The audit page reads acts from the end, all of them or one person's.
create index event_newest on event (ord);
create index event_of_actor on event (actor, ord);
