package cn.baosong.store;

import cn.baosong.core.call.CallId;
import cn.baosong.core.call.CallVersion;
import cn.baosong.core.call.Clause;
import cn.baosong.core.call.FormData;
import cn.baosong.core.call.UnitCode;
import cn.baosong.core.call.Value;
import cn.baosong.core.check.Finding;
import cn.baosong.core.check.FindingCode;
import cn.baosong.core.check.Outcome;
import cn.baosong.core.decision.Decision;
import cn.baosong.core.decision.PendingRuling;
import cn.baosong.core.decision.QueueEntry;
import cn.baosong.core.decision.Ruling;
import cn.baosong.core.dossier.Candidate;
import cn.baosong.core.dossier.Dossier;
import cn.baosong.core.dossier.DossierNumber;
import cn.baosong.core.dossier.DossierState;
import cn.baosong.core.dossier.PaperNumber;
import cn.baosong.core.dossier.PaperRecord;
import cn.baosong.core.dossier.Scan;
import cn.baosong.core.notice.Letter;
import cn.baosong.core.notice.LetterKind;
import cn.baosong.core.notice.LetterState;
import cn.baosong.core.notice.Mailing;
import cn.baosong.core.notice.MailingState;
import cn.baosong.core.submission.Channel;
import cn.baosong.core.submission.Defect;
import cn.baosong.core.submission.Digest;
import cn.baosong.core.submission.Document;
import cn.baosong.core.submission.Interval;
import cn.baosong.core.submission.PageMark;
import cn.baosong.core.submission.Receipt;
import cn.baosong.core.submission.SeenMark;
import cn.baosong.core.submission.StatedParcel;
import cn.baosong.core.submission.Submission;
import cn.baosong.core.submission.SubmissionNumber;
import cn.baosong.core.submission.SubmissionState;
import cn.baosong.core.submission.TimeEvidence;
import cn.baosong.core.submission.TrustClass;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Invented deliveries, dossiers and letters. */
final class Samples {
  static final CallId CALL = new CallId("sx-bqw-2020");
  static final UnitCode UNIT = new UnitCode("11999999MB00000015");
  static final Instant RECEIVED = Instant.parse("2020-03-31T15:59:58Z");

  private Samples() {}

  static SubmissionNumber number(int serial) {
    return new SubmissionNumber(String.format("SJ-2020-%06d", serial));
  }

  static DossierNumber dossierNumber(int serial) {
    return new DossierNumber(String.format("RX-2020-%06d", serial));
  }

  static Digest digest(int serial) {
    return new Digest(Columns.digest("bytes " + serial));
  }

  static Receipt receipt(String id, int bytes) {
    return new Receipt(
        id,
        Channel.FOLDER,
        "claim-" + id,
        "报送材料.zip",
        digest(bytes),
        1234L,
        Optional.of(UNIT.value()),
        Optional.empty(),
        new TimeEvidence(
            Interval.second(RECEIVED),
            "ctime",
            TrustClass.A,
            Optional.of(LocalDate.of(2020, 3, 31))),
        StoreFixture.NOW);
  }

  static Submission submission(int serial) {
    return Submission.of(number(serial), "public-" + serial, receipt("r" + serial, serial));
  }

  /** A submission that was opened and bound to unit and call. */
  static Submission read(int serial, Digest content) {
    Submission plain = submission(serial);
    return new Submission(
        plain.number(),
        plain.publicId(),
        SubmissionState.RECEIVED,
        Optional.of(CALL),
        Optional.of(UNIT),
        plain.receipts(),
        Optional.of(content),
        plain.stated(),
        form(),
        List.of(new Document("推荐报告.pdf", 20, digest(8), Optional.empty())),
        List.of(new Defect("MATERIAL_INVALID", "推荐报告.pdf", "请补正。", false)),
        1);
  }

  static FormData form() {
    Map<String, Value> fields = new LinkedHashMap<>();
    fields.put("姓名", new Value.Text("张三"));
    fields.put("年龄", new Value.Number(new BigDecimal("41.50")));
    fields.put("在职", new Value.Flag(true));
    fields.put("获奖", new Value.Many(List.of(new Value.Text("甲"), new Value.Text("乙"))));
    return new FormData(fields);
  }

  static Dossier dossier(int serial, int submission, String candidateKey) {
    return dossier(serial, submission, candidateKey, UNIT);
  }

  static Dossier dossier(int serial, int submission, String candidateKey, UnitCode unit) {
    return new Dossier(
        dossierNumber(serial),
        "dossier-" + serial,
        number(submission),
        number(submission),
        CALL,
        unit,
        1,
        Optional.of("专业技术"),
        new Candidate("张三", candidateKey, "张三/1970-01"),
        form(),
        Map.of("姓名", "张三"),
        Optional.of(
            new StatedParcel(
                "EMS",
                "1234567890123",
                Optional.of(LocalDate.of(2020, 3, 31)),
                true,
                Optional.empty())),
        List.of(new Document("01-张三/登记表.pdf", 10, digest(7), Optional.of(3))),
        List.of(),
        "报送清单.xlsx 第 7 行",
        DossierState.RECEIVED,
        false,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        1);
  }

  static Dossier in(Dossier dossier, DossierState state) {
    return dossier.decided(
        new Dossier.Standing(
            state,
            false,
            dossier.timedBy(),
            Optional.empty(),
            Optional.of("zhuanji"),
            Optional.empty()));
  }

  static Decision decision(String id, int dossier, DossierState state) {
    Finding finding =
        new Finding(
            FindingCode.LATE,
            Outcome.BLOCK,
            number(1),
            Optional.of(dossierNumber(dossier)),
            "",
            new Clause("逾期不予受理", "四（二）1"),
            "2020-04-01",
            "邮戳",
            "已过截止时间。");
    return new Decision(
        id,
        dossierNumber(dossier),
        state,
        List.of(finding),
        Optional.of("zhuanji"),
        new CallVersion("v1"),
        StoreFixture.NOW,
        Optional.empty());
  }

  static Letter letter(String id, int submission, int serial, Duration hold) {
    return new Letter(
        id,
        Optional.of(number(submission)),
        Optional.empty(),
        serial,
        LetterKind.RECEIPT,
        Optional.of(UNIT),
        List.of(),
        "收件回执",
        "SJ-2020-000001",
        "某某市人力资源和社会保障局",
        List.of(Letter.Section.of("已收到。")),
        List.of("某某办公室"),
        List.of("unit@example.org"),
        StoreFixture.NOW,
        hold,
        LetterState.WAITING);
  }

  static Mailing mailing(String letter, String address) {
    return Mailing.of(
        letter(letter, 1, 1, Duration.ZERO), Optional.of(UNIT), address, MailingState.WAITING);
  }

  static QueueEntry entry(int dossier, QueueEntry.State state, String by) {
    return new QueueEntry(
        "zhuanji",
        dossierNumber(dossier),
        state,
        Optional.of(by),
        Optional.empty(),
        StoreFixture.NOW);
  }

  /** A scan of one page of a form. */
  static Scan scan(String id, String reference) {
    boolean coded = !reference.isEmpty();
    PageMark mark =
        new PageMark(CALL, coded ? reference : "CG-AAAA", 1, 1, "A".repeat(16), List.of());
    return new Scan(
        id,
        new Document(
            "扫描件.pdf",
            10,
            digest(9),
            Optional.of(1),
            Optional.empty(),
            coded ? List.of(new SeenMark(1, mark)) : List.of()),
        coded ? Optional.of(CALL) : Optional.empty(),
        reference,
        Optional.empty(),
        RECEIVED);
  }

  static PaperRecord paper(int serial) {
    return new PaperRecord(
        new PaperNumber(String.format("YZ-2020-%06d", serial)),
        CALL,
        UNIT,
        Channel.POST,
        new StatedParcel(
            "EMS", "1234567890123", Optional.of(LocalDate.of(2020, 3, 31)), true, Optional.empty()),
        StoreFixture.NOW,
        "clerk1",
        Optional.empty(),
        List.of(
            new PaperRecord.Candidate(
                "999999197001010015", "张三", Map.of("登记表", 3), Map.of("姓名", "张三"))));
  }

  /** A ruling that a second person is to confirm. */
  static PendingRuling pending(String id, int serial) {
    return PendingRuling.of(
        id,
        dossierNumber(serial),
        new Ruling(Ruling.Kind.REJECT, "clerk1", "年龄超过界限", "年龄在50岁以下", Optional.empty()),
        1,
        StoreFixture.NOW);
  }

  static PendingRuling declined(String id, int serial) {
    return pending(id, serial)
        .closed(
            PendingRuling.State.DECLINED,
            new PendingRuling.Closing("clerk2", StoreFixture.NOW, "看错一年"));
  }
}
