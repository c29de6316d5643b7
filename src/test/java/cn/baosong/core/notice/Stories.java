package cn.baosong.core.notice;

import cn.baosong.core.call.Admission;
import cn.baosong.core.call.Call;
import cn.baosong.core.call.CallId;
import cn.baosong.core.call.CallVersion;
import cn.baosong.core.call.Clause;
import cn.baosong.core.call.Consequence;
import cn.baosong.core.call.Department;
import cn.baosong.core.call.Force;
import cn.baosong.core.call.Form;
import cn.baosong.core.call.FormData;
import cn.baosong.core.call.Heading;
import cn.baosong.core.call.Lateness;
import cn.baosong.core.call.LetterPolicy;
import cn.baosong.core.call.Material;
import cn.baosong.core.call.Office;
import cn.baosong.core.call.PaperPolicy;
import cn.baosong.core.call.PersonFields;
import cn.baosong.core.call.Quota;
import cn.baosong.core.call.RulingPolicy;
import cn.baosong.core.call.Unit;
import cn.baosong.core.call.UnitCode;
import cn.baosong.core.submission.Channel;
import cn.baosong.core.submission.Digest;
import cn.baosong.core.submission.Interval;
import cn.baosong.core.submission.Receipt;
import cn.baosong.core.submission.Submission;
import cn.baosong.core.submission.SubmissionNumber;
import cn.baosong.core.submission.TimeEvidence;
import cn.baosong.core.submission.TrustClass;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** Invented units and people who deliver under the notice of Shanxi, 2020. */
public final class Stories {
  public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  public static final Instant WRITTEN = Instant.parse("2020-04-03T01:00:00Z");
  static final String DEADLINE_WORDS =
      "各市、各部门、有关企事业单位将推荐材料（含电子版）于2020 年 3 月 31 日前以邮寄方式报送至山西省专业技术人员管理服务中心 。邮寄材料以邮戳日期为准，逾期不予受理。材料自行备份，不予回退。";

  private Stories() {}

  public static Call call() {
    return call(new LetterPolicy(Duration.ofMinutes(30), false, Map.of()), lateness());
  }

  static Lateness lateness() {
    return new Lateness(List.of(Consequence.NOT_ACCEPTED), new Clause("逾期不予受理", "四"));
  }

  public static Call call(LetterPolicy letters, Lateness lateness) {
    return new Call(
        new CallId("sx-bqw-2020"),
        new CallVersion("3f2a9c51d0b7e8446a1c"),
        new Heading(
            "关于做好2020年百千万人才工程国家级人选推荐工作的通知",
            "山西省人力资源和社会保障厅",
            false,
            Optional.of("晋人社厅函〔2020〕131号"),
            Optional.of(LocalDate.of(2020, 3, 7))),
        new Office(
            "山西省专业技术人员管理服务中心",
            "太原市长风商务区谐园路9号",
            List.of(new Office.Contact("材料受理", "薛老师", "0351-2770702")),
            List.of(),
            Optional.empty()),
        new Admission(
            Map.of("CITY_HR", "各市人力资源和社会保障局"),
            Map.of(),
            Map.of("NON_PUBLIC", "请向单位所在地的人力资源和社会保障局申报。"),
            Set.of(),
            List.of(),
            Clause.NONE,
            new Clause("非公有制单位中符合条件的人选,向当地人力资源和社会保障部门申报。", "二")),
        List.of(),
        lateness,
        new NoForm(),
        new PersonFields("姓名", "身份证件号码", "出生日期"),
        List.of(),
        List.of(),
        List.of(
            new Material(
                "form",
                "候选人情况登记表",
                true,
                true,
                Optional.empty(),
                List.of(),
                Set.of(),
                3,
                Optional.empty(),
                Optional.empty(),
                false,
                false,
                new Clause("填报百千万人才工程候选人情况登记表，一式 3 份。", "三（二）"))),
        List.of(),
        List.of(
            new Quota(
                "Q1",
                Set.of("CITY_HR"),
                Optional.empty(),
                Quota.Per.UNIT,
                Optional.of(2),
                Force.HARD,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new Clause("如有符合人选条件的人员，可推荐 1-2 名。", "二"))),
        new PaperPolicy(
            PaperPolicy.Mode.SCAN,
            List.of(),
            Optional.empty(),
            PaperPolicy.Mismatch.CORRECT,
            false,
            15),
        Clause.NONE,
        List.of(
            new Department(
                "zjc",
                "专业技术人员管理处",
                Set.of(),
                Set.of(),
                Optional.of("张老师"),
                Optional.of("0351-7676028"),
                Optional.empty())),
        Optional.of("类别"),
        letters,
        RulingPolicy.ONE_PERSON,
        5,
        new Clause("材料自行备份，不予回退。", "四"),
        List.of(),
        Optional.empty(),
        List.of(),
        List.of());
  }

  public static Unit unit(String name) {
    return new Unit(
        new UnitCode("11140000MB0000001A"),
        name,
        List.of(),
        List.of("CITY_HR"),
        List.of("rsj@example.invalid"),
        "王老师",
        "0352-0000000",
        "");
  }

  public static Unit unit() {
    return unit("云州市人力资源和社会保障局");
  }

  /** A package that came by mail on the last day, its time known to the second. */
  public static Receipt receipt(String name) {
    return receipt(name, "2020-03-31T10:15:02Z");
  }

  static Receipt receipt(String name, String received) {
    return new Receipt(
        "r-" + received,
        Channel.EMAIL,
        "INBOX/1/7",
        name,
        new Digest("0123456789abcdef".repeat(4)),
        2_345_678,
        Optional.empty(),
        Optional.empty(),
        TimeEvidence.of(Interval.second(Instant.parse(received)), "INTERNALDATE", TrustClass.A),
        WRITTEN);
  }

  public static Submission submission(String number, Receipt receipt) {
    return Submission.of(new SubmissionNumber(number), "p-" + number, receipt);
  }

  public static Delivery delivery(String unitName, String fileName) {
    return Delivery.of(
        submission("SJ-2020-0017", receipt(fileName)),
        Optional.of(call()),
        Optional.of(unit(unitName)));
  }

  /** Numbers letters 1, 2, … */
  public static Occasion occasion() {
    AtomicInteger serial = new AtomicInteger();
    return new Occasion(
        WRITTEN,
        (submission, kind) -> {
          int next = serial.incrementAndGet();
          return new LetterNumbering.Slot("letter-" + next, next);
        });
  }

  /** Everything a letter says, one line a paragraph or row. */
  public static String saidBy(Letter letter) {
    StringBuilder said = new StringBuilder();
    said.append(letter.title()).append('\n').append(letter.reference()).append('\n');
    said.append(letter.addressee()).append('\n');
    for (Letter.Section section : letter.sections()) {
      said.append(section.heading()).append('\n');
      section.paragraphs().forEach(paragraph -> said.append(paragraph).append('\n'));
      section.rows().forEach(row -> said.append(String.join(" | ", row)).append('\n'));
    }
    letter.closing().forEach(line -> said.append(line).append('\n'));
    return said.toString();
  }

  private record NoForm() implements Form {
    @Override
    public List<Field> fields() {
      return List.of();
    }

    @Override
    public List<Fault> faults(FormData data) {
      return List.of();
    }

    @Override
    public FormData fromTexts(Map<String, String> cells) {
      return FormData.EMPTY;
    }
  }
}
