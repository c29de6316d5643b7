package cn.baosong.core.check;

import cn.baosong.core.dossier.Candidate;
import cn.baosong.core.dossier.Dossier;
import cn.baosong.core.dossier.DossierState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The versions of each candidate, oldest delivery first.
 *
 * <p>A candidate is one key (decisions 3); a number that is missing or ruined is made up for by
 * name and birth date, where these point to one candidate only.
 */
final class CandidateLines {
  private final UnitCase facts;
  private final Deliveries deliveries;

  CandidateLines(UnitCase facts, Deliveries deliveries) {
    this.facts = facts;
    this.deliveries = deliveries;
  }

  List<List<Dossier>> all() {
    Map<String, List<Dossier>> lines = new LinkedHashMap<>();
    facts.dossiers().stream()
        .filter(d -> d.state() != DossierState.WITHDRAWN)
        .sorted(deliveries.byArrival())
        .forEach(d -> lines.computeIfAbsent(line(d, lines), k -> new ArrayList<>()).add(d));
    return List.copyOf(lines.values());
  }

  private static String line(Dossier dossier, Map<String, List<Dossier>> earlier) {
    Candidate candidate = dossier.candidate();
    // Whoever states nothing is nobody's second version.
    String own = candidate.key().isEmpty() ? dossier.number().value() : candidate.key();
    if (earlier.containsKey(own)) {
      return own;
    }
    List<String> same =
        earlier.entrySet().stream()
            .filter(e -> e.getValue().stream().anyMatch(d -> d.candidate().isSameAs(candidate)))
            .map(Map.Entry::getKey)
            .toList();
    return same.size() == 1 ? same.get(0) : own;
  }
}
