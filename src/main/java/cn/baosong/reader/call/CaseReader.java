package cn.baosong.reader.call;

import cn.baosong.core.call.Form;
import cn.baosong.core.call.FormData;
import cn.baosong.core.call.PersonFields;
import cn.baosong.core.call.Value;
import cn.baosong.reader.call.Case.Arrival;
import cn.baosong.reader.call.Case.Enclosed;
import cn.baosong.reader.call.Case.Expected;
import cn.baosong.reader.call.Case.Others;
import cn.baosong.reader.call.Case.Parcel;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads {@code cases.yaml}; what a case leaves out is taken from {@code defaults}. */
final class CaseReader {
  /** No electronic delivery: only paper has come. */
  private static final String NOTHING = "none";

  private final Entry root;
  private final Entry call;
  private final Form form;
  private final CaseCandidates candidates;

  CaseReader(Entry root, Entry call, Form form, PersonFields person) {
    this.root = root;
    this.call = call;
    this.form = form;
    this.candidates = new CaseCandidates(root, form, person);
  }

  List<Case> read() {
    return root.list("cases").stream().map(this::read).toList();
  }

  private Case read(Entry entry) {
    checkUnit(entry.at("unit"));
    Under.check(entry.at("under"), call, Rereading.OPEN);
    return new Case(
        entry.text("name"),
        entry.source().line(entry.pointer()),
        of(entry, "unit").text(),
        entry.map("under"),
        entry.optional("mode"),
        arrivals(entry),
        entry.at("parcel").isPresent() ? Optional.of(parcel(entry.at("parcel"))) : Optional.empty(),
        report(of(entry, "report")),
        enclosed(entry.at("materials")),
        candidates.read(entry),
        entry.list("others").stream().map(this::others).toList(),
        time(entry.at("asOf")),
        new CaseSelected(call).read(entry.at("selected")),
        expected(entry.at("expect")));
  }

  /** The case's own entry, or the one under {@code defaults}. */
  private Entry of(Entry entry, String name) {
    return entry.at(name).isPresent() ? entry.at(name) : root.at("defaults").at(name);
  }

  private List<Arrival> arrivals(Entry entry) {
    Entry delivery = of(entry, "delivery");
    if (delivery.text().equals(NOTHING)) {
      if (!entry.at("parcel").isPresent()) {
        delivery.fault("没有电子报送的例子要写 parcel", "a case on paper alone states its parcel");
      }
      return List.of();
    }
    List<Entry> all = delivery.node().isArray() ? delivery.items() : List.of(delivery);
    return all.stream().map(CaseReader::arrival).toList();
  }

  private static Arrival arrival(Entry entry) {
    return new Arrival(
        entry.optional("channel").orElse("folder"),
        time(entry.at("received")).orElse(LocalDateTime.MIN),
        time(entry.at("until")),
        time(entry.at("sent")),
        entry.optional("trust").orElse("A"));
  }

  private Parcel parcel(Entry entry) {
    Map<String, Integer> copies = new LinkedHashMap<>();
    entry.map("copies").forEach((id, n) -> copies.put(known(entry.at("copies"), id), count(n)));
    Optional<LocalDate> postmark = entry.date("postmark");
    Optional<LocalDate> arrived = entry.date("arrived");
    return new Parcel(
        entry.optional("channel").orElse("post"),
        postmark,
        entry.flag("legible", true),
        arrived,
        time(entry.at("received"))
            .or(() -> arrived.or(() -> postmark).map(day -> day.atTime(LocalTime.NOON)))
            .orElse(LocalDateTime.MIN),
        entry.flag("confirmed", true),
        copies);
  }

  private Others others(Entry entry) {
    checkUnit(entry.at("unit"));
    return new Others(
        entry.text("unit"), entry.optional("category"), entry.number("candidates", 0));
  }

  private Enclosed enclosed(Entry entry) {
    Map<String, Integer> pages = new LinkedHashMap<>();
    entry.map("pages").forEach((id, n) -> pages.put(known(entry.at("pages"), id), count(n)));
    for (String list : List.of("without", "also")) {
      entry.list(list).forEach(item -> known(item, item.text()));
    }
    return new Enclosed(entry.set("without"), entry.set("also"), pages);
  }

  private Expected expected(Entry entry) {
    return new Expected(entry.text("state"), set(entry, "codes"), set(entry, "letters"));
  }

  private static Optional<Set<String>> set(Entry entry, String name) {
    return entry.at(name).isPresent() ? Optional.of(entry.set(name)) : Optional.empty();
  }

  private FormData report(Entry entry) {
    Map<String, Value> report = new LinkedHashMap<>();
    entry
        .node()
        .properties()
        .forEach(p -> report.put(p.getKey(), new Value.Text(p.getValue().asText())));
    return new FormData(report);
  }

  private String known(Entry place, String material) {
    if (call.list("materials").stream().noneMatch(m -> m.text("id").equals(material))) {
      place.fault("call.yaml 没有材料“" + material + "”", "unknown material " + material);
    }
    return material;
  }

  private void checkUnit(Entry unit) {
    Entry submitters = call.at("submitters");
    if (unit.isPresent()
        && !submitters.map("kinds").containsKey(unit.text())
        && !submitters.map("redirected").containsKey(unit.text())
        && !submitters.map("units").containsKey(unit.text())
        && !unit.text().equals("UNKNOWN")) {
      unit.fault("call.yaml 没有单位类别“" + unit.text() + "”", "unknown unit kind " + unit.text());
    }
  }

  /** A moment, or a day of which the noon is meant. */
  static Optional<LocalDateTime> time(Entry entry) {
    if (!entry.isPresent()) {
      return Optional.empty();
    }
    String text = entry.text().replace(' ', 'T');
    try {
      return Optional.of(
          text.contains("T")
              ? LocalDateTime.parse(text)
              : LocalDate.parse(text).atTime(LocalTime.NOON));
    } catch (DateTimeException e) {
      entry.fault("时间应写成 2024-05-31 或 2024-05-31 23:59:59", "not a time: " + entry.text());
      return Optional.empty();
    }
  }

  private static int count(String number) {
    return number.matches("\\d{1,6}") ? Integer.parseInt(number) : 0;
  }
}
