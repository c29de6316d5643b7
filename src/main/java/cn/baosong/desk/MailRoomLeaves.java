package cn.baosong.desk;

import cn.baosong.core.call.Call;
import cn.baosong.core.call.Unit;
import cn.baosong.core.dossier.Original;
import cn.baosong.core.dossier.PaperRecord;
import cn.baosong.core.submission.CoverCode;
import cn.baosong.desk.LeafPress.Leaf;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Writes the mail room's own papers: 封面单 and 原件退还签收单. */
public final class MailRoomLeaves {
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

  private final Originals originals;
  private final Calls calls;
  private final Units units;
  private final ZoneId zone;

  public MailRoomLeaves(Originals originals, Calls calls, Units units, ZoneId zone) {
    this.originals = originals;
    this.calls = calls;
    this.units = units;
    this.zone = zone;
  }

  /** What a unit lays on its parcel, so that nobody has to guess whose it is. */
  public Leaf coverSheet(CoverCode code) {
    Optional<Call> call = calls.find(code.call());
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("通知", call.map(c -> c.heading().title()).orElse("") + "（" + code.call() + "）");
    facts.put("收件机关", call.map(c -> c.office().name()).orElse(""));
    facts.put("报送单位", unit(code) + "（" + code.unit() + "）");
    if (!code.reference().isEmpty()) {
      facts.put("电子材料编号", code.reference());
    }
    facts.put("封面码", code.text());
    return new Leaf(
        "封面单",
        code.reference(),
        facts,
        List.of(),
        List.of("请放在邮件内最上面，或贴在封面上；收件机关扫码登记。", "本单只用来认出邮件属于谁，不作报送时间的依据。"),
        List.of("报送单位经办人"),
        Optional.of(code.text()));
  }

  private String unit(CoverCode code) {
    return units.find(code.unit()).map(Unit::name).orElse("");
  }

  /** What the unit signs when its originals go back: those that are here, and where the rest is. */
  public Leaf returnSlip(PaperRecord paper, Instant now) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("人选", "原件", "套数", "现状", "退还时间", "接收人"));
    originals.of(paper.number()).forEach(o -> rows.add(row(o)));
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("邮件", paper.number().value());
    facts.put("报送单位", units.find(paper.unit()).map(Unit::name).orElse(paper.unit().value()));
    facts.put("通知", calls.find(paper.call()).map(c -> c.heading().title()).orElse(""));
    facts.put("收到", MINUTE.format(paper.received().atZone(zone)));
    facts.put("打印", MINUTE.format(now.atZone(zone)));
    return new Leaf(
        "原件退还签收单",
        paper.number().value(),
        facts,
        rows,
        List.of("以上原件已当面清点，数量无误，予以接收。"),
        List.of("收件机关经办人", "报送单位接收人"),
        Optional.empty());
  }

  private List<String> row(Original original) {
    boolean back = original.state() == Original.State.RETURNED;
    return List.of(
        original.person(),
        original.material(),
        String.valueOf(original.sets()),
        switch (original.state()) {
          case KEPT -> "保管于" + original.last().where();
          case LENT -> "借给" + original.last().where();
          case RETURNED -> "已退还";
        },
        back ? MINUTE.format(original.last().at().atZone(zone)) : "",
        back ? original.last().where() : "");
  }
}
