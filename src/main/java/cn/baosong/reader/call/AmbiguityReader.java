package cn.baosong.reader.call;

import cn.baosong.core.call.Ambiguity;
import cn.baosong.core.call.Choice;
import cn.baosong.core.call.Settlement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The register of ambiguities, with what the office settled on the web laid over it. */
final class AmbiguityReader {
  private final Entry root;
  private final Entry settlements;

  /**
   * @param settlements {@code settlements.yaml}: by id of the ambiguity, the reading chosen, who,
   *     when, why (decisions.md 30)
   */
  AmbiguityReader(Entry root, Entry settlements) {
    this.root = root;
    this.settlements = settlements;
  }

  List<Ambiguity> read() {
    Uniqueness.check(root, "ambiguities");
    List<Ambiguity> read = new ArrayList<>();
    for (Entry entry : root.list("ambiguities")) {
      List<String> readings = entry.texts("readings");
      checkOption(entry);
      checkWords(entry, readings);
      String proposed = entry.text("proposed");
      if (!readings.contains(proposed)) {
        entry.at("proposed").fault("建议读法“" + proposed + "”不在 readings 里", "not among readings");
        continue;
      }
      Entry settled = settlements.at(entry.text("id"));
      read.add(settled.isPresent() ? overlaid(entry, settled) : asWritten(entry));
    }
    checkOverlay(read);
    return read;
  }

  /** What was chosen on the web, of ambiguities that the call has. */
  List<Choice> choices() {
    Set<String> known =
        root.list("ambiguities").stream().map(a -> a.text("id")).collect(Collectors.toSet());
    return settlements.node().properties().stream()
        .map(Map.Entry::getKey)
        .filter(known::contains)
        .flatMap(id -> choice(id, settlements.at(id)).stream())
        .toList();
  }

  private static Optional<Choice> choice(String id, Entry chosen) {
    return chosen
        .date("on")
        .map(
            on ->
                new Choice(
                    id, chosen.optional("reading"), chosen.text("by"), on, chosen.text("reason")));
  }

  private static Ambiguity asWritten(Entry entry) {
    Entry settled = entry.at("settled");
    return ambiguity(
        entry,
        settled.isPresent() ? settlement(settled, entry.text("proposed")) : Optional.empty());
  }

  private static Ambiguity overlaid(Entry entry, Entry chosen) {
    if (!chosen.at("reading").isPresent()) {
      return ambiguity(entry, Optional.empty());
    }
    String reading = chosen.text("reading");
    if (!entry.texts("readings").contains(reading)) {
      chosen.fault("读法“" + reading + "”不在 call.yaml 的 readings 里", "unknown reading");
      return asWritten(entry);
    }
    return ambiguity(entry, settlement(chosen, reading));
  }

  private static Ambiguity ambiguity(Entry entry, Optional<Settlement> settlement) {
    return new Ambiguity(
        entry.text("id"),
        entry.text("key"),
        entry.text("question"),
        entry.clause("clause"),
        entry.texts("readings"),
        entry.map("words"),
        entry.text("proposed"),
        settlement);
  }

  private static Optional<Settlement> settlement(Entry settled, String reading) {
    Optional<LocalDate> on = settled.date("on");
    if (on.isEmpty() || settled.text("by").isEmpty() || settled.text("reason").isEmpty()) {
      settled.fault("settled 要写明 by、on、reason", "a settlement states by, on and reason");
      return Optional.empty();
    }
    return Optional.of(
        new Settlement(reading, settled.text("by"), on.get(), settled.text("reason")));
  }

  private static void checkWords(Entry entry, List<String> readings) {
    for (String reading : entry.map("words").keySet()) {
      if (!readings.contains(reading)) {
        entry.at("words").at(reading).fault("readings 里没有“" + reading + "”", "not among readings");
      }
    }
  }

  private static void checkOption(Entry entry) {
    String key = entry.text("key");
    if (key.isEmpty()) {
      return;
    }
    if (!Options.knows(key)) {
      entry
          .at("key")
          .fault("没有选项“" + key + "”；只作记录的歧义请去掉 key", "unknown option; drop key for a mere note");
      return;
    }
    for (Entry reading : entry.list("readings")) {
      if (!Options.admits(key, reading.text())) {
        reading.fault(
            "选项“" + key + "”没有读法“" + reading.text() + "”",
            key + " has no reading " + reading.text());
      }
    }
    Options.forcedRule(key)
        .filter(id -> rules(entry).stream().noneMatch(id::equals))
        .ifPresent(id -> entry.at("key").fault("rules 里没有条件“" + id + "”", "unknown rule " + id));
    Set<String> known =
        Entry.root(entry.source(), entry.faults()).at("submitters").map("kinds").keySet();
    Options.kinds(key, entry.texts("readings")).stream()
        .filter(kind -> !known.contains(kind))
        .forEach(
            kind ->
                entry
                    .at("key")
                    .fault("submitters.kinds 里没有单位类别“" + kind + "”", "unknown kind " + kind));
  }

  private static List<String> rules(Entry entry) {
    return Entry.root(entry.source(), entry.faults()).list("rules").stream()
        .map(rule -> rule.text("id"))
        .toList();
  }

  private void checkOverlay(List<Ambiguity> read) {
    settlements
        .node()
        .fieldNames()
        .forEachRemaining(
            id -> {
              if (read.stream().noneMatch(a -> a.id().equals(id))) {
                settlements.at(id).fault("call.yaml 没有歧义“" + id + "”", "unknown ambiguity " + id);
              }
            });
  }
}
