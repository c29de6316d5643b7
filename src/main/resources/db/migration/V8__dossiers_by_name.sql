create index dossier_by_name on dossier (candidate_name, registered_at desc, number desc);
