package cn.baosong.core.check;

import cn.baosong.core.dossier.Dossier;
import cn.baosong.core.dossier.DossierState;
import cn.baosong.core.dossier.IdentityNumber;
import cn.baosong.core.dossier.IdentityNumber.Validity;
import cn.baosong.core.dossier.PersonName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The versions of each candidate, oldest delivery first.
 *
 * <p>A candidate is one key (decisions 3). One case crosses keys: a dossier was returned because
 * its identity number is wrong, and the corrected one carries another number. It is then known by
 * its name, when nobody else of that name stands returned.
 */
final class CandidateLines {
  private final UnitCase facts;
  private final Deliveries deliveries;

  CandidateLines(UnitCase facts, Deliveries deliveries) {
    this.facts = facts;
    this.deliveries = deliveries;
  }

  List<List<Dossier>> all() {
    List<Dossier> ordered =
        facts.dossiers().stream()
            .filter(d -> d.state() != DossierState.WITHDRAWN)
            .sorted(deliveries.byArrival())
            .toList();
    Map<String, List<Dossier>> lines = new LinkedHashMap<>();
    for (Dossier dossier : ordered) {
      lines.computeIfAbsent(line(dossier, lines), k -> new ArrayList<>()).add(dossier);
    }
    return List.copyOf(lines.values());
  }

  private String line(Dossier dossier, Map<String, List<Dossier>> earlier) {
    String own = dossier.candidate().key();
    if (earlier.containsKey(own)) {
      return own;
    }
    List<String> corrected =
        earlier.entrySet().stream()
            .filter(line -> line.getValue().stream().anyMatch(d -> corrects(dossier, d)))
            .map(Map.Entry::getKey)
            .toList();
    return corrected.size() == 1 ? corrected.get(0) : own;
  }

  private boolean corrects(Dossier later, Dossier returned) {
    return deliveries.answers(later, returned)
        && sameName(later, returned)
        && !hasValidNumber(returned)
        && facts.dossiers().stream()
            .noneMatch(
                d ->
                    d.submission().equals(later.submission())
                        && d.candidate().key().equals(returned.candidate().key()));
  }

  private boolean hasValidNumber(Dossier dossier) {
    return dossier
        .form()
        .text(facts.call().person().identity())
        .filter(n -> IdentityNumber.read(n).validity() == Validity.VALID)
        .isPresent();
  }

  private static boolean sameName(Dossier one, Dossier other) {
    return PersonName.read(one.candidate().name())
        .text()
        .equals(PersonName.read(other.candidate().name()).text());
  }
}
