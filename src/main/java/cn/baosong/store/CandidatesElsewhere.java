package cn.baosong.store;

import cn.baosong.core.call.CallId;
import cn.baosong.core.call.UnitCode;
import cn.baosong.core.dossier.Dossier;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which candidates of many units stand live in a call, under whom and since when. */
record CandidatesElsewhere(Map<String, List<Place>> byDigest) {
  private record Place(String digest, UnitCode unit, Instant since) {}

  static CandidatesElsewhere of(JdbcClient jdbc, CallId call, List<Dossier> dossiers) {
    Set<String> digests = new HashSet<>();
    dossiers.stream()
        .map(d -> d.candidate().key())
        .filter(key -> !key.isEmpty())
        .forEach(key -> digests.add(Columns.digest(key)));
    CandidatesElsewhere elsewhere = new CandidatesElsewhere(new HashMap<>());
    for (List<String> some : Batches.of(digests)) {
      for (String column : List.of("candidate_key", "alias_key")) {
        elsewhere.read(jdbc, call, column, some);
      }
    }
    return elsewhere;
  }

  private void read(JdbcClient jdbc, CallId call, String column, List<String> digests) {
    String sql =
        "select %s as person, unit_code, min(registered_at) as since from dossier"
            + " where call_id = :call and %s in (:digests) and state in (:states)"
            + " group by %s, unit_code";
    jdbc.sql(sql.formatted(column, column, column))
        .param("call", call.value())
        .param("digests", digests)
        .param("states", SqlDossiers.COUNTING)
        .query(
            (row, n) ->
                new Place(
                    row.getString("person"),
                    new UnitCode(row.getString("unit_code")),
                    Columns.instant(row, "since")))
        .list()
        .forEach(
            place -> byDigest.computeIfAbsent(place.digest(), d -> new ArrayList<>()).add(place));
  }

  /** Candidate keys of a unit's own dossiers that stand under another unit, and since when. */
  Map<String, Instant> than(UnitCode unit, List<Dossier> own) {
    Map<String, Instant> found = new HashMap<>();
    for (Dossier dossier : own) {
      String key = dossier.candidate().key();
      byDigest.getOrDefault(Columns.digest(key), List.of()).stream()
          .filter(place -> !place.unit().equals(unit))
          .map(Place::since)
          .min(Instant::compareTo)
          .ifPresent(since -> found.put(key, since));
    }
    return found;
  }
}
