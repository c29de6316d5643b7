package cn.baosong.desk;

import cn.baosong.core.call.Call;
import cn.baosong.core.call.CallId;
import cn.baosong.core.call.Unit;
import cn.baosong.core.call.UnitCode;
import cn.baosong.core.dossier.PaperRecord;
import cn.baosong.core.submission.Channel;
import cn.baosong.core.submission.StatedParcel;
import cn.baosong.desk.MailLists.Cell;
import cn.baosong.desk.MailLists.Fault;
import cn.baosong.desk.MailLists.Row;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads one row of the mail room's list, and tells everything that is wrong with it. */
final class MailListRow {
  private static final String COPIES = "份数·";
  private static final String FIELD = "纸质·";

  private final Row row;
  private final Map<String, Cell> head;
  private final List<Fault> faults = new ArrayList<>();

  MailListRow(Row row, Map<String, Cell> head) {
    this.row = row;
    this.head = head;
    row.cells().values().forEach(cell -> cell.trouble().ifPresent(faults::add));
  }

  /** The office that a list is read in. */
  record Office(Calls calls, Units units, ZoneId zone) {}

  List<Fault> faults() {
    return faults;
  }

  int line() {
    return row.line();
  }

  /** Whether it names another person of the parcel above, and nothing of a cover. */
  boolean goesOn() {
    return row.at("报送单位").isEmpty() && row.at("邮件号").isEmpty() && row.at("收到时间").isEmpty();
  }

  /** What stands on the cover; empty when something of it is wrong. */
  Optional<PaperDesk.Registration> cover(Office office, String user) {
    Optional<CallId> call = call(office.calls());
    Optional<UnitCode> unit = unit(office.units());
    Optional<Instant> received = KeyedDates.moment(row.at("收到时间"), office.zone());
    if (received.isEmpty()) {
      fault(
          "收到时间",
          "请写收到的日期和时间，如 2020-04-01 10:15。",
          "write day and time, such as 2020-04-01 10:15.");
    }
    Optional<LocalDate> sent = day("寄出邮戳");
    StatedParcel parcel =
        new StatedParcel(
            row.at("承运"),
            row.at("邮件号"),
            sent,
            sent.isPresent() && !row.at("邮戳可辨认").startsWith("否"),
            day("到达邮戳"));
    Channel channel = channel(parcel);
    if (!faults.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new PaperDesk.Registration(
            call.orElseThrow(),
            unit.orElseThrow(),
            channel,
            parcel,
            received.orElseThrow(),
            user,
            Optional.empty(),
            List.of()));
  }

  /** Who is in the parcel by this row; empty where it names nobody. */
  Optional<PaperRecord.Candidate> person(Call call) {
    String name = row.at("姓名");
    Map<String, Integer> copies = new LinkedHashMap<>();
    Map<String, String> fields = new LinkedHashMap<>();
    row.cells()
        .forEach(
            (heading, cell) -> {
              if (heading.startsWith(COPIES)) {
                count(cell).ifPresent(n -> copies.put(heading.substring(COPIES.length()), n));
              } else if (heading.startsWith(FIELD)) {
                fields.put(heading.substring(FIELD.length()), cell.text());
              }
            });
    if (name.isEmpty()) {
      if (!copies.isEmpty() || !fields.isEmpty() || !row.at("证件号码").isEmpty()) {
        fault("姓名", "有证件号码、份数或纸质栏目，却没有姓名。", "names nobody, though it states what somebody sent.");
      }
      return Optional.empty();
    }
    fields.put(call.person().name(), name);
    if (!row.at("证件号码").isEmpty()) {
      fields.put(call.person().identity(), row.at("证件号码"));
    }
    return Optional.of(new PaperRecord.Candidate(row.at("证件号码"), name, copies, fields));
  }

  private Optional<CallId> call(Calls calls) {
    String named = row.at("通知");
    Cell above = head.get("通知");
    String text = named.isEmpty() && above != null ? above.text() : named;
    Optional<CallId> call =
        calls.live().stream()
            .filter(c -> c.id().value().equals(text))
            .findFirst()
            .or(() -> text.isEmpty() ? Optional.empty() : calls.match(text))
            .map(Call::id);
    if (call.isEmpty()) {
      fault("通知", "没有“" + text + "”这份在办通知，请写通知的编号。", "no live call goes by this; write its id.");
    }
    return call;
  }

  private Optional<UnitCode> unit(Units units) {
    String text = row.at("报送单位");
    Optional<UnitCode> unit =
        units.all().stream()
            .filter(u -> u.code().value().equals(text))
            .findFirst()
            .or(() -> text.isEmpty() ? Optional.empty() : units.match(text))
            .map(Unit::code);
    if (unit.isEmpty()) {
      fault(
          "报送单位",
          "名册中没有“" + text + "”，或同名不止一个；请写名册上的全称或代码。",
          "no unit of the registry goes by this, or several do; write its full name or code.");
    }
    return unit;
  }

  private Channel channel(StatedParcel parcel) {
    String text = row.at("递送方式");
    boolean illegible = row.at("邮戳可辨认").startsWith("否");
    if (text.isEmpty()) {
      return illegible ? Channel.POST : parcel.channel();
    }
    return Arrays.stream(Channel.values())
        .filter(c -> c.isPaper() && (c.chinese().equals(text) || c.code().equalsIgnoreCase(text)))
        .findFirst()
        .orElseGet(
            () -> {
              fault("递送方式", "只能是 邮寄、快递 或 现场递交。", "is 邮寄, 快递 or 现场递交.");
              return parcel.channel();
            });
  }

  private Optional<LocalDate> day(String heading) {
    Optional<LocalDate> day = KeyedDates.day(row.at(heading));
    if (day.isEmpty() && !row.at(heading).isEmpty()) {
      fault(
          heading, "日期应写作 20200316 或 2020-03-16；看不清就留空。", "is a day such as 2020-03-16, or empty.");
    }
    return day;
  }

  private Optional<Integer> count(Cell cell) {
    if (cell.text().matches("[0-9]{1,3}")) {
      return Optional.of(Integer.valueOf(cell.text()));
    }
    faults.add(new Fault(cell.place(), "份数应为 0 至 999 的整数。", "A number of copies is 0 to 999."));
    return Optional.empty();
  }

  void fault(String heading, String chinese, String english) {
    Cell cell = row.cells().get(heading);
    String place = cell == null ? "第 " + row.line() + " 行" : cell.place();
    faults.add(new Fault(place, heading + "：" + chinese, heading + ": " + english));
  }
}
