-- A unit's dossiers in the order of the list, of whatever call; those of one call stand in dossier_of_units.
drop index dossier_by_unit;
create index dossier_by_unit on dossier (unit_code, registered_at desc, number desc);
