package cn.baosong.desk;

import cn.baosong.core.dossier.PaperRecord;
import cn.baosong.core.submission.StatedParcel;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.TreeMap;

/** A registration as a sheet of plain text: what is archived as the original of a parcel. */
final class PaperSheet {
  private final StringBuilder text = new StringBuilder();

  private PaperSheet() {}

  static String of(PaperRecord paper, ZoneId zone) {
    PaperSheet sheet = new PaperSheet();
    sheet.cover(paper, zone);
    paper.candidates().forEach(sheet::candidate);
    return sheet.text.toString();
  }

  private void cover(PaperRecord paper, ZoneId zone) {
    StatedParcel parcel = paper.parcel();
    line("纸质登记", paper.number().value());
    line("通知", paper.call().value());
    line("单位", paper.unit().value());
    line("递送方式", paper.channel().chinese());
    line("承运", parcel.carrier());
    line("邮件号", parcel.item());
    line("寄出邮戳", parcel.dispatchPostmark().map(LocalDate::toString).orElse(""));
    line("邮戳可辨认", parcel.postmarkLegible() ? "是" : "否");
    line("到达邮戳", parcel.arrivalPostmark().map(LocalDate::toString).orElse(""));
    line("收到", DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(paper.received().atZone(zone)));
    line("登记人", paper.by());
    line("复核人", paper.confirmedBy().orElse(""));
  }

  private void candidate(PaperRecord.Candidate candidate) {
    text.append('\n');
    line("人选", candidate.name());
    line("证件号码", candidate.identity());
    new TreeMap<>(candidate.copies()).forEach((name, n) -> line("份数·" + name, n.toString()));
    Map<String, String> fields = new TreeMap<>(candidate.fields());
    fields.forEach((field, value) -> line("纸质·" + field, value));
  }

  /** One line a fact, whatever line breaks were typed into it. */
  private void line(String name, String value) {
    text.append(name).append("：").append(value.replaceAll("\\R", " ")).append('\n');
  }
}
