package cn.baosong.web.page.night;

import cn.baosong.core.submission.Channel;
import cn.baosong.core.submission.Interval;
import cn.baosong.core.submission.Outage;
import cn.baosong.desk.Act;
import cn.baosong.desk.LeafPress.Leaf;
import cn.baosong.desk.Records.Event;
import cn.baosong.desk.SheetPress.Cell;
import cn.baosong.desk.SheetPress.Column;
import cn.baosong.desk.night.Ending;
import cn.baosong.desk.night.Night;
import cn.baosong.desk.night.NightDesk;
import cn.baosong.desk.night.Tardy;
import cn.baosong.desk.night.Timing;
import cn.baosong.web.WebOffice;
import cn.baosong.web.page.Times;
import cn.baosong.web.page.export.Exports;
import cn.baosong.web.page.export.Portions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The report on a call's last evening, made of the record alone; no person is named. */
@Component
class Report {
  private static final List<Timing> TOLD =
      List.of(Timing.LATE, Timing.PART_LATE, Timing.UNDETERMINED);

  /** A sheet of paper that nobody reads to its end serves nobody; the workbook has all. */
  private static final int PRINTED = 500;

  private final NightDesk desk;
  private final NightView view;
  private final Exports words;
  private final Times times;
  private final WebOffice office;

  Report(NightDesk desk, NightView view, Exports words, Times times, WebOffice office) {
    this.desk = desk;
    this.view = view;
    this.words = words;
    this.times = times;
    this.office = office;
  }

  /** For a page and for paper. */
  Leaf leaf(Night night) {
    List<List<String>> table = new ArrayList<>();
    table.add(
        Stream.of("kind", "dossier", "unit", "channel", "when", "late", "why")
            .map(column -> words.word("report." + column))
            .toList());
    tardy(night).limit(PRINTED).map(this::line).forEach(table::add);
    List<String> notes = new ArrayList<>();
    if (table.size() == 1) {
      notes.add(words.word("report.nobody"));
    } else if (table.size() > PRINTED) {
      notes.add(words.word("report.more", PRINTED));
    }
    notes.add(night.outages().isEmpty() ? words.word("report.nogap") : words.word("report.gaps"));
    night.outages().forEach(outage -> notes.add("· " + gap(outage)));
    notes.add(
        night.changes().isEmpty() ? words.word("report.nochange") : words.word("report.changes"));
    night.changes().forEach(event -> notes.add("· " + change(event)));
    notes.add(words.word("report.again", night.acts()));
    return new Leaf(
        words.word("report.title"),
        night.call().id() + " · " + night.call().version(),
        facts(night),
        table.size() == 1 ? List.of() : table,
        notes,
        List.of(words.word("report.by"), words.word("report.second")),
        Optional.empty());
  }

  private Map<String, String> facts(Night night) {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put(words.word("page.call"), night.call().heading().title());
    facts.put(
        words.word("calls.deadline"),
        String.join("；", night.endings().stream().map(this::ending).distinct().toList()));
    facts.put(
        words.word("report.asof"),
        words.word("report.asofacts", times.moment(night.asOf()), night.acts()));
    facts.put(words.word("report.span"), span(night.span()));
    facts.put(words.word("report.deliveries"), deliveries(night));
    facts.put(words.word("report.dossiers"), Long.toString(night.dossiers()));
    counts(night).forEach((key, many) -> facts.put(words.word(key), Long.toString(many)));
    return facts;
  }

  private static Map<String, Long> counts(Night night) {
    Map<String, Long> counts = new LinkedHashMap<>();
    for (Timing timing : Timing.values()) {
      counts.put("timing." + timing, night.of(timing));
    }
    counts.put("report.unjudged", night.unjudged());
    return counts;
  }

  private String ending(Ending ending) {
    return words.word("calls.part." + ending.deadline().part())
        + " "
        + times.moment(ending.ends().earliest())
        + (ending.isWide() ? " – " + times.moment(ending.ends().latest()) : "");
  }

  private String deliveries(Night night) {
    List<String> parts = new ArrayList<>();
    new TreeMap<>(night.channels())
        .forEach((channel, many) -> parts.add(channel(channel.name()) + " " + many));
    return night.deliveries() + (parts.isEmpty() ? "" : "（" + String.join("，", parts) + "）");
  }

  private String span(Interval span) {
    return times.moment(span.earliest()) + " – " + times.moment(span.latest());
  }

  private String gap(Outage outage) {
    return outage.source()
        + " "
        + times.moment(outage.began())
        + " – "
        + outage.ended().map(times::moment).orElseGet(() -> words.word("reconciliation.lasts"))
        + " "
        + outage.cause();
  }

  private String change(Event event) {
    String by = event.act().by();
    return times.moment(event.at())
        + " "
        + words.word("page.act." + event.act().kind())
        + " "
        + (by.equals(Act.MACHINE) ? words.word("page.system") : by)
        + " "
        + event.act().reason();
  }

  private Stream<Line> tardy(Night night) {
    return TOLD.stream()
        .flatMap(
            timing ->
                Portions.<Tardy>of(window -> desk.tardy(night.call().id(), timing, window))
                    .flatMap(List::stream)
                    .map(tardy -> new Line(timing, view.row(tardy))));
  }

  private record Line(Timing timing, TardyRow row) {}

  private List<String> line(Line line) {
    TardyRow row = line.row();
    return List.of(
        words.word("timing." + line.timing()),
        row.number(),
        row.unit(),
        channel(row.channel()),
        when(row),
        late(row),
        row.why() + row.outage().map(o -> words.word("report.touched", span(o))).orElse(""));
  }

  private String when(TardyRow row) {
    return row.day()
        .map(Object::toString)
        .or(() -> row.when().map(Interval::earliest).map(times::moment))
        .orElse("");
  }

  private String late(TardyRow row) {
    return row.by()
        .map(by -> words.word(row.atLeast() ? "night.atleast" : "night.by", by.toString()))
        .orElse("");
  }

  private String channel(String name) {
    return name.isEmpty() ? "" : words.word("channel." + name);
  }

  /** For a workbook: one row for each figure, late dossier, gap and change. */
  Exports.Taken sheet(Night night) {
    Stream<List<Cell>> figures =
        Stream.concat(
            counts(night).entrySet().stream()
                .map(e -> row("report.figure", "", words.word(e.getKey()), "", e.getValue())),
            night.channels().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(e -> figure(e.getKey(), e.getValue())));
    Stream<List<Cell>> people = tardy(night).map(this::cells);
    Stream<List<Cell>> gaps = night.outages().stream().map(this::cells);
    Stream<List<Cell>> changes = night.changes().stream().map(this::cells);
    return new Exports.Taken(
        "report.title",
        night.call().id()
            + " "
            + night.call().version()
            + "；"
            + words.word("report.asofacts", times.moment(night.asOf()), night.acts()),
        columns(),
        Stream.of(figures, people, gaps, changes).flatMap(some -> some));
  }

  private List<Column> columns() {
    return List.of(
        words.column("report.kind", 16),
        words.column("report.dossier", 18),
        words.column("report.unit", 34),
        words.column("report.channel", 16),
        words.column("report.from", 20),
        words.column("report.until", 20),
        words.column("report.number", 12),
        words.column("report.why", 60));
  }

  private List<Cell> figure(Channel channel, long many) {
    return row("report.deliveries", "", "", channel(channel.name()), many);
  }

  private List<Cell> row(String kind, String number, String unit, String channel, long many) {
    return Exports.row(
        new Cell.Text(words.word(kind)),
        new Cell.Text(number),
        new Cell.Text(unit),
        new Cell.Text(channel),
        new Cell.Text(""),
        new Cell.Text(""),
        new Cell.Count(many),
        new Cell.Text(""));
  }

  private List<Cell> cells(Line line) {
    TardyRow row = line.row();
    return Exports.row(
        new Cell.Text(words.word("timing." + line.timing())),
        new Cell.Text(row.number()),
        new Cell.Text(row.unit()),
        new Cell.Text(channel(row.channel())),
        at(row.when().map(Interval::earliest)),
        at(row.when().map(Interval::latest)),
        row.by().<Cell>map(Cell.Count::new).orElse(new Cell.Text("")),
        new Cell.Text(line(line).get(6)));
  }

  private List<Cell> cells(Outage outage) {
    return Exports.row(
        new Cell.Text(words.word("night.gap")),
        new Cell.Text(""),
        new Cell.Text(""),
        new Cell.Text(outage.source()),
        at(Optional.of(outage.began())),
        at(outage.ended()),
        new Cell.Text(""),
        new Cell.Text(outage.cause()));
  }

  private List<Cell> cells(Event event) {
    return Exports.row(
        new Cell.Text(words.word("page.act." + event.act().kind())),
        new Cell.Text(""),
        new Cell.Text(event.act().by()),
        new Cell.Text(""),
        at(Optional.of(event.at())),
        new Cell.Text(""),
        new Cell.Text(""),
        new Cell.Text(event.act().reason()));
  }

  private Cell at(Optional<Instant> moment) {
    return moment
        .<Cell>map(at -> new Cell.Moment(at.atZone(office.zone()).toLocalDateTime()))
        .orElse(new Cell.Text(""));
  }
}
