package cn.baosong.web.page.paper;

import cn.baosong.core.call.Call;
import cn.baosong.core.call.Material;
import cn.baosong.core.call.Unit;
import cn.baosong.core.dossier.PaperRecord;
import cn.baosong.core.submission.Channel;
import cn.baosong.core.submission.StatedParcel;
import cn.baosong.desk.Calls;
import cn.baosong.desk.KeyedDates;
import cn.baosong.desk.PaperDesk;
import cn.baosong.desk.Units;
import cn.baosong.web.Problems.Fault;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a slip into a registration and tells everything that is wrong, each at its field. */
final class SlipReader {
  private final Slip slip;
  private final Map<String, Fault> faults = new LinkedHashMap<>();

  SlipReader(Slip slip) {
    this.slip = slip;
  }

  /** The office that a slip is read in. */
  record Office(Calls calls, Units units, ZoneId zone) {}

  /** By field, in the order of the form. */
  Map<String, Fault> faults() {
    return faults;
  }

  /** Empty when something is wrong. */
  Optional<PaperDesk.Registration> read(Office office, String user) {
    Optional<Call> call = call(slip, office.calls());
    if (call.isEmpty()) {
      fault("call", "请选择通知。", "Choose the call.");
    }
    Optional<Unit> unit = unit(office.units());
    StatedParcel cover = cover();
    Optional<Instant> received = received(office.zone());
    List<PaperRecord.Candidate> people = call.map(this::people).orElse(List.of());
    if (!faults.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new PaperDesk.Registration(
            call.orElseThrow().id(),
            unit.orElseThrow().code(),
            channel(cover),
            cover,
            received.orElseThrow(),
            user,
            Optional.empty(),
            people));
  }

  /** What a cover says by itself. */
  record Cover(Channel channel, StatedParcel parcel, Instant received) {}

  /** The cover of a parcel of which nobody knows whose it is; empty when something is wrong. */
  Optional<Cover> coverAlone(ZoneId zone) {
    StatedParcel cover = cover();
    Optional<Instant> received = received(zone);
    return faults.isEmpty()
        ? Optional.of(new Cover(channel(cover), cover, received.orElseThrow()))
        : Optional.empty();
  }

  /** A stamp that nobody can read was stamped by the post all the same. */
  private Channel channel(StatedParcel cover) {
    return Channel.ofCode(slip.at("channel"))
        .filter(Channel::isPaper)
        .orElse(slip.at("illegible").isEmpty() ? cover.channel() : Channel.POST);
  }

  private Optional<Instant> received(ZoneId zone) {
    Optional<Instant> received = KeyedDates.moment(slip.at("received"), zone);
    if (received.isEmpty()) {
      fault(
          "received",
          "请写收到的日期和时间，如 2020-04-02 10:15。",
          "Write day and time of receipt, such as 2020-04-02 10:15.");
    }
    return received;
  }

  static Optional<Call> call(Slip slip, Calls calls) {
    return calls.live().stream().filter(c -> c.id().value().equals(slip.at("call"))).findFirst();
  }

  private Optional<Unit> unit(Units units) {
    String typed = slip.at("unit");
    Optional<Unit> unit = typed.isEmpty() ? Optional.empty() : Registered.unit(typed, units);
    if (unit.isEmpty()) {
      fault(
          "unit",
          "名册中没有这个单位，或同名不止一个；请输入名册上的全称或代码。",
          "No unit of the registry goes by this, or several do; type its full name or code.");
    }
    return unit;
  }

  private StatedParcel cover() {
    Optional<LocalDate> sent = day("dispatchPostmark");
    return new StatedParcel(
        slip.at("carrier"),
        slip.at("item"),
        sent,
        sent.isPresent() && slip.at("illegible").isEmpty(),
        day("arrivalPostmark"));
  }

  private Optional<LocalDate> day(String field) {
    Optional<LocalDate> day = KeyedDates.day(slip.at(field));
    if (day.isEmpty() && !slip.at(field).isEmpty()) {
      fault(
          field,
          "日期应写作 20240531 或 2024-05-31；看不清就留空。",
          "Write the day as 20240531 or 2024-05-31; leave it empty when it cannot be read.");
    }
    return day;
  }

  private List<PaperRecord.Candidate> people(Call call) {
    Sheet sheet = Sheet.of(call);
    List<PaperRecord.Candidate> people = new ArrayList<>();
    for (int row : slip.rows()) {
      if (!isBlank(row)) {
        people.add(person(row, sheet));
      }
    }
    return people;
  }

  private boolean isBlank(int row) {
    return slip.typed().keySet().stream()
        .filter(field -> field.startsWith("p" + row + "."))
        .allMatch(field -> slip.at(field).isEmpty());
  }

  private PaperRecord.Candidate person(int row, Sheet sheet) {
    String place = "p" + row + ".";
    String name = slip.at(place + "name");
    String identity = slip.at(place + "identity");
    if (name.isEmpty()) {
      fault(place + "name", "请填写姓名。", "State the name.");
    }
    Map<String, String> fields = new LinkedHashMap<>();
    put(fields, sheet.name(), name);
    put(fields, sheet.identity(), identity);
    sheet.fields().forEach(field -> put(fields, field, slip.at(place + "field." + field)));
    Map<String, Integer> copies = new LinkedHashMap<>();
    List<Material> counted = new ArrayList<>(sheet.materials());
    counted.addAll(sheet.ofUnit());
    for (Material material : counted) {
      copies(place + "copies." + material.id()).ifPresent(n -> copies.put(material.name(), n));
    }
    return new PaperRecord.Candidate(identity, name, copies, fields);
  }

  /** A field that nobody could read is left out. */
  private static void put(Map<String, String> fields, String name, String value) {
    if (!value.isEmpty()) {
      fields.put(name, value);
    }
  }

  private Optional<Integer> copies(String field) {
    String typed = slip.at(field);
    if (typed.isEmpty()) {
      return Optional.empty();
    }
    if (!typed.matches("[0-9]{1,3}")) {
      fault(field, "份数应为 0 至 999 的整数。", "A number of copies is 0 to 999.");
      return Optional.empty();
    }
    return Optional.of(Integer.valueOf(typed));
  }

  void fault(String field, String zh, String en) {
    faults.putIfAbsent(field, new Fault(field, zh, en));
  }
}
