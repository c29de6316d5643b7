package cn.baosong.desk;

import cn.baosong.core.dossier.PaperNumber;
import cn.baosong.core.dossier.PaperRecord;
import cn.baosong.desk.MailLists.Fault;
import cn.baosong.desk.MailLists.Read;
import java.io.IOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Registers what stands on the mail room's list, a parcel at a time: each wholly or not at all. The
 * same list again registers nothing twice.
 */
public final class MailListDesk {
  private final MailLists lists;
  private final PaperDesk desk;
  private final Audit audit;
  private final MailListRow.Office office;

  public MailListDesk(
      MailLists lists, PaperDesk desk, Audit audit, Calls calls, Units units, ZoneId zone) {
    this.lists = lists;
    this.desk = desk;
    this.audit = audit;
    this.office = new MailListRow.Office(calls, units, zone);
  }

  /** What became of a row. */
  public enum Outcome {
    REGISTERED,
    /** It is in the register already, just so. */
    TWICE,
    WRONG
  }

  /**
   * A row.
   *
   * @param faults what is wrong, with place and remedy; none unless it is wrong
   */
  public record Line(int row, Outcome outcome, Optional<PaperNumber> number, List<Fault> faults) {}

  /**
   * What became of a list.
   *
   * @param unreadable why it could not be read at all
   */
  public record Result(List<Line> lines, Optional<Fault> unreadable) {
    public long count(Outcome outcome) {
      return lines.stream().filter(line -> line.outcome() == outcome).count();
    }
  }

  /**
   * Takes a list in.
   *
   * @param name display name of the file
   * @throws IOException when our own side failed
   */
  public Result take(byte[] list, String name, String user) throws IOException {
    Read read = lists.read(list, name);
    if (read.wrong().isPresent()) {
      return new Result(List.of(), read.wrong());
    }
    List<Line> lines = new ArrayList<>();
    for (List<MailListRow> parcel : parcels(read)) {
      lines.addAll(register(parcel, user));
    }
    read.skipped().forEach(fault -> lines.add(skipped(fault)));
    Result result = new Result(List.copyOf(lines), Optional.empty());
    audit.note(
        name,
        new Act(
            Act.Kind.PAPER_LISTED,
            user,
            "登记 %d 行，已有 %d 行，有误 %d 行"
                .formatted(
                    result.count(Outcome.REGISTERED),
                    result.count(Outcome.TWICE),
                    result.count(Outcome.WRONG))));
    return result;
  }

  private static Line skipped(Fault fault) {
    String row = fault.place().substring(fault.place().lastIndexOf('!') + 1);
    return new Line(
        row.matches("[0-9]{1,6}") ? Integer.parseInt(row) : 0,
        Outcome.WRONG,
        Optional.empty(),
        List.of(fault));
  }

  /** Rows of one item number are one parcel, and so are rows that go on with the one above. */
  private static List<List<MailListRow>> parcels(Read read) {
    Map<String, List<MailListRow>> parcels = new LinkedHashMap<>();
    String last = "";
    for (MailLists.Row each : read.rows()) {
      MailListRow row = new MailListRow(each, read.head());
      if (!row.goesOn() || last.isEmpty()) {
        String item = cn.baosong.core.submission.StatedParcel.itemKey(each.at("邮件号"));
        last =
            item.isEmpty()
                ? "row " + each.line()
                : each.at("通知") + " " + each.at("报送单位") + " " + item;
      }
      parcels.computeIfAbsent(last, k -> new ArrayList<>()).add(row);
    }
    return List.copyOf(parcels.values());
  }

  private List<Line> register(List<MailListRow> rows, String user) {
    MailListRow first = rows.get(0);
    Optional<PaperDesk.Registration> cover = first.cover(office, user);
    List<PaperRecord.Candidate> people = new ArrayList<>();
    cover
        .flatMap(c -> office.calls().find(c.call()))
        .ifPresent(call -> rows.forEach(row -> row.person(call).ifPresent(people::add)));
    rows.stream().skip(1).filter(row -> !row.goesOn()).forEach(row -> mustAgree(row, cover, user));
    if (cover.isEmpty() || rows.stream().anyMatch(row -> !row.faults().isEmpty())) {
      return wrong(rows);
    }
    try {
      PaperDesk.Entered entered = desk.registerOnce(cover.get().with(people), user);
      Outcome outcome = entered.isNew() ? Outcome.REGISTERED : Outcome.TWICE;
      return rows.stream()
          .map(
              row ->
                  new Line(row.line(), outcome, Optional.of(entered.paper().number()), List.of()))
          .toList();
    } catch (Refusal refused) {
      first.fault("邮件号", refused.chinese(), refused.english());
      return wrong(rows);
    }
  }

  /** A second row of a parcel that states another cover than the first is a slip of the pen. */
  private void mustAgree(MailListRow row, Optional<PaperDesk.Registration> cover, String user) {
    Optional<PaperDesk.Registration> own = row.cover(office, user);
    if (cover.isPresent() && own.isPresent() && !own.equals(cover)) {
      row.fault(
          "邮件号",
          "同一邮件号的封面内容与前一行不一致，请改为一致，或核对邮件号。",
          "the same item number stands on another row with another cover; make them agree.");
    }
  }

  private static List<Line> wrong(List<MailListRow> rows) {
    int culprit =
        rows.stream()
            .filter(r -> !r.faults().isEmpty())
            .findFirst()
            .map(MailListRow::line)
            .orElse(0);
    return rows.stream()
        .map(
            row ->
                new Line(
                    row.line(),
                    Outcome.WRONG,
                    Optional.empty(),
                    row.faults().isEmpty()
                        ? List.of(beside(row.line(), culprit))
                        : List.copyOf(row.faults())))
        .toList();
  }

  private static Fault beside(int line, int culprit) {
    return new Fault(
        "第 " + line + " 行",
        "同一件邮件的第 " + culprit + " 行有误，整件没有登记；改好后再传整张表即可。",
        "Row "
            + culprit
            + " of the same parcel is wrong; the parcel is not registered. Mend it and send the list again.");
  }
}
