package cn.baosong.faults;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What has come of each unit's story, by the journal. */
final class Outcomes {
  private final Chain chain;
  private final Receipts receipts;
  private final List<String> faults;

  Outcomes(Chain chain, Receipts receipts, List<String> faults) {
    this.chain = chain;
    this.receipts = receipts;
    this.faults = faults;
  }

  void check(List<Drop> drops) {
    Map<String, List<Drop>> stories = drops.stream().collect(Collectors.groupingBy(Drop::unit));
    stories.forEach(
        (unit, parts) -> {
          if (parts.size() == parts.get(0).story().drops) {
            story(unit, parts);
          }
        });
    once("SUBMISSION", "SUBMISSION_RECEIVED");
    once("DOSSIER", "DOSSIER_FILED");
    letters();
  }

  private void story(String unit, List<Drop> parts) {
    Story story = parts.get(0).story();
    Set<String> numbers = new LinkedHashSet<>();
    parts.forEach(d -> receipts.of(d).forEach(a -> numbers.add(a.submission())));
    String who = story + " of " + unit + " " + numbers;
    expect(who, "submissions", story.submissions, states("SUBMISSION", "number", numbers));
    expect(who, "dossiers", story.dossiers, states("DOSSIER", "submission", numbers));
    Map<String, Integer> told = new TreeMap<>();
    chain.latest("LETTER").values().stream()
        .filter(l -> numbers.contains(l.state().path("submission").asText()))
        .forEach(l -> told.merge(l.state().path("kind").asText(), 1, Integer::sum));
    if (!story.fits(told)) {
      faults.add(worse(story, told) + who + ": letters " + told + ", due " + story.letters);
    }
  }

  private static String worse(Story story, Map<String, Integer> told) {
    boolean missing =
        story.letters.entrySet().stream()
            .anyMatch(due -> told.getOrDefault(due.getKey(), 0) < due.getValue());
    return missing ? "LOST " : "DOUBLED ";
  }

  private void expect(String who, String what, List<String> due, List<String> found) {
    if (!found.equals(due)) {
      String kind =
          found.size() < due.size() ? "LOST " : found.size() > due.size() ? "DOUBLED " : "";
      faults.add(kind + who + ": " + what + " " + found + ", due " + due);
    }
  }

  private List<String> states(String record, String field, Set<String> numbers) {
    return chain.latest(record).values().stream()
        .filter(l -> numbers.contains(l.state().path(field).asText()))
        .map(l -> l.state().path("state").asText())
        .sorted()
        .toList();
  }

  /** A number that was given is never given again. */
  private void once(String record, String kind) {
    Map<String, Integer> given = new HashMap<>();
    for (Chain.Line line : chain.lines()) {
      if (line.text("record").equals(record) && line.text("kind").equals(kind)) {
        given.merge(line.text("subject"), 1, Integer::sum);
      }
    }
    given.forEach(
        (number, times) -> {
          if (times > 1) {
            faults.add("DOUBLED " + number + " was given " + times + " times");
          }
        });
  }

  /** One letter a submission and kind, but a receipt for each arrival; each is sent once. */
  private void letters() {
    Map<String, Integer> kinds = new HashMap<>();
    for (Chain.Line letter : chain.latest("LETTER").values()) {
      String kind = letter.state().path("kind").asText();
      String submission = letter.state().path("submission").asText();
      if (!kind.equals("RECEIPT") && kinds.merge(submission + " " + kind, 1, Integer::sum) > 1) {
        faults.add("DOUBLED " + submission + " got " + kind + " twice");
      }
    }
    Map<String, Integer> sent = new HashMap<>();
    for (Chain.Line line : chain.lines()) {
      if (line.text("kind").equals("LETTER_SENT")
          && sent.merge(line.text("subject"), 1, Integer::sum) > 1) {
        faults.add("DOUBLED letter " + PrintedFiles.stem(line) + " was marked as sent twice");
      }
    }
  }
}
