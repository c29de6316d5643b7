package cn.baosong.core.notice;

import static cn.baosong.core.notice.DecisionStory.ofDelivery;
import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.core.call.Call;
import cn.baosong.core.call.Clause;
import cn.baosong.core.call.Consequence;
import cn.baosong.core.call.Lateness;
import cn.baosong.core.call.LetterPolicy;
import cn.baosong.core.check.Finding;
import cn.baosong.core.check.FindingCode;
import cn.baosong.core.check.Outcome;
import cn.baosong.core.decision.Ruling;
import cn.baosong.core.dossier.Dossier;
import cn.baosong.core.dossier.DossierState;
import cn.baosong.core.submission.SubmissionNumber;
import cn.baosong.print.ShippedWording;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DecisionLettersTest {
  private static final String COMPUTED = "寄出时间为2020年4月2日；期限至2020年3月31日24:00；已超过期限。";

  private final LetterWriter writer =
      new LetterWriter(ShippedWording.load(), Optional.empty(), Stories.ZONE);

  @Test
  void acceptsAllPeopleOfADeliveryInOneLetterThatNamesTheirDepartment() {
    Letter letter =
        only(
            new DecisionStory()
                .decided("张三", DossierState.ACCEPTED)
                .decided("李四", DossierState.ACCEPTED));
    assertThat(letter.kind()).isEqualTo(LetterKind.ACCEPTANCE);
    assertThat(letter.dossiers()).hasSize(2);
    assertThat(Stories.saidBy(letter))
        .contains("《关于做好2020年百千万人才工程国家级人选推荐工作的通知》（晋人社厅函〔2020〕131号）", "下列2名人选", "现予受理")
        .contains("1 | 张三 | 创新类 | RX-2020-0001 | 专业技术人员管理处")
        .contains("2 | 李四 | 创新类 | RX-2020-0002 | 专业技术人员管理处")
        .contains("通知规定：“材料自行备份，不予回退。”", "审查规则：sx-bqw-2020，版本 3f2a9c51d0b7。")
        .contains("系统依据已登记的材料和证据", "需要工作人员复核");
  }

  @Test
  void asksForEverythingAtOnceWithTheNoticesOwnWords() {
    DecisionStory story = new DecisionStory();
    Finding copies = story.finding(FindingCode.MATERIAL_MISSING, Outcome.CORRECT, "form", "未见登记表。");
    Finding shared =
        ofDelivery(FindingCode.PROCEDURE_MISSING, Outcome.CORRECT, Clause.NONE, "未见专家评议结果汇总表。");
    story.decided("张三", DossierState.RETURNED, copies, shared);
    Finding invalid = story.finding(FindingCode.FORM_INVALID, Outcome.CORRECT, "出生日期", "出生日期不是日期。");
    story.decided("李四", DossierState.RETURNED, shared, invalid);
    Letter letter = only(story);
    assertThat(letter.kind()).isEqualTo(LetterKind.CORRECTION);
    assertThat(Stories.saidBy(letter))
        .contains("现一次性告知")
        .contains("1 | 张三 | 候选人情况登记表 | 未见登记表。 | 填报百千万人才工程候选人情况登记表，一式 3 份。［三（二）］ | 补交该项材料\n")
        .contains("2 | 全部 | 推荐程序 | 未见专家评议结果汇总表。 | — | 补交该程序的证明材料\n")
        .contains("3 | 李四 | 登记内容 | 出生日期不是日期。")
        .contains("补正期限：2020年4月10日（含当日）。在期限内补正的，仍以原报送时间为准。")
        .contains("只需要报送上表所涉2名人选的材料");
  }

  @Test
  void saysThatTheTermIsToldLaterWhenTheCalendarHasNoData() {
    Letter letter =
        writer.unreadable(Stories.delivery("某局", "坏包.zip"), Optional.empty(), Stories.occasion());
    assertThat(Stories.saidBy(letter)).contains("补正期限：另行告知。");
  }

  @Test
  void refusesTheLateWithEvidenceComputationAndClauseAndShowsTheWayToAReview() {
    Letter letter = only(late(Stories.call()));
    assertThat(letter.kind()).isEqualTo(LetterKind.NOT_ACCEPTED);
    assertThat(letter.hold()).isEqualTo(Duration.ofMinutes(30));
    assertThat(Stories.saidBy(letter))
        .contains("不予受理通知书", "1 | 张三 | 创新类 | RX-2020-0001", COMPUTED)
        .contains("通知对逾期的规定：“逾期不予受理”")
        .contains("收到 | 2020年3月31日 18:15:02（北京时间） | 邮箱服务器收存时间 | A类：报送方不能改动的时间")
        .contains("由工作人员复核")
        .doesNotContain("事由和依据", "{");
  }

  @Test
  void namesTheLetterByTheConsequenceThatTheNoticeStates() {
    assertThat(only(late(stating(Consequence.DEEMED_WAIVED, "逾期未报视为放弃"))))
        .satisfies(
            letter -> {
              assertThat(letter.kind()).isEqualTo(LetterKind.DEEMED_WAIVED);
              assertThat(Stories.saidBy(letter)).contains("逾期视为放弃告知书", "“逾期未报视为放弃”");
            });
    assertThat(only(late(stating(Consequence.VOID, "逾期无效"))))
        .satisfies(
            letter -> {
              assertThat(letter.kind()).isEqualTo(LetterKind.VOID);
              assertThat(Stories.saidBy(letter)).contains("逾期无效告知书", "本次报送无效");
            });
  }

  @Test
  void refusesTheIneligibleWithTheClauseOnEligibility() {
    DecisionStory story = new DecisionStory();
    Finding age =
        story.finding(
            FindingCode.INELIGIBLE,
            Outcome.BLOCK,
            "E2",
            new Clause("年龄在50岁以下（1967年1月1日以后出生）", "二"),
            "出生日期早于1967年1月1日。");
    Letter letter = only(story.decided("张三", DossierState.REJECTED, age));
    assertThat(letter.kind()).isEqualTo(LetterKind.NOT_ACCEPTED);
    assertThat(Stories.saidBy(letter))
        .contains("1 | 张三 | 出生日期早于1967年1月1日。 | 年龄在50岁以下（1967年1月1日以后出生）［二］")
        .doesNotContain("逾期情况");
  }

  @Test
  void tellsWhatAPersonDecidesInWordsThatBlameNobody() {
    DecisionStory story = new DecisionStory();
    Finding elsewhere =
        story.finding(
            FindingCode.DUPLICATE_CANDIDATE, Outcome.REFER, "", Clause.NONE, "该人选另有海州市推荐。");
    Letter letter = only(story.decided("张三", DossierState.IN_REVIEW, elsewhere));
    assertThat(letter.kind()).isEqualTo(LetterKind.PENDING);
    assertThat(Stories.saidBy(letter))
        .contains("1 | 张三 | 人选的推荐关系需要核对。 | —", "不是不予受理的决定")
        .doesNotContain("海州市", "认定时将使用下列时间证据");
  }

  @Test
  void saysThatTheNoticeStatesNoConsequenceWhereItStatesNone() {
    DecisionStory story = new DecisionStory(stating(Consequence.NONE_STATED, ""));
    Finding late = story.finding(FindingCode.LATE, Outcome.REFER, "", Clause.NONE, COMPUTED);
    assertThat(Stories.saidBy(only(story.decided("张三", DossierState.IN_REVIEW, late))))
        .contains("通知未规定逾期的后果，由承办人认定", "认定时将使用下列时间证据", "邮箱服务器收存时间");
  }

  @Test
  void tellsNothingOfAClassifiedMarking() {
    DecisionStory story = new DecisionStory();
    Finding marked =
        story.finding(FindingCode.CLASSIFIED_MARKING, Outcome.REFER, "", "佐证.pdf 第1页疑有密级标志。");
    assertThat(Stories.saidBy(only(story.decided("张三", DossierState.IN_REVIEW, marked))))
        .contains("等候联系")
        .doesNotContain("佐证.pdf", "密级", DecisionStory.FORM_CLAUSE.words());
  }

  @Test
  void asksForTheUnitsOwnOrderWhenItsListIsOverQuota() {
    DecisionStory story = new DecisionStory().standsAsBefore("赵六", DossierState.ACCEPTED);
    Finding over =
        story.finding(FindingCode.QUOTA_EXCEEDED, Outcome.CORRECT, "Q1", "推荐指标为2名，实际推荐3名。");
    story.decided("张三", DossierState.RETURNED, over);
    Letter letter =
        only(
            story.decided(
                "李四",
                DossierState.RETURNED,
                story.finding(
                    FindingCode.QUOTA_EXCEEDED, Outcome.CORRECT, "Q1", "推荐指标为2名，实际推荐3名。")));
    assertThat(letter.kind()).isEqualTo(LetterKind.OVER_QUOTA);
    assertThat(Stories.saidBy(letter))
        .contains("全部 | 2名 | 3名 | 如有符合人选条件的人员，可推荐 1-2 名。［二］")
        .contains("1 | 赵六 | 创新类 | RX-2020-0001 | 已受理")
        .contains("2 | 张三 | 创新类 | RX-2020-0002 | 退回，待确定", "3 | 李四")
        .contains("收件单位不代为取舍");
  }

  @Test
  void writesTheOtherCorrectionsOfAnOverfullListToo() {
    DecisionStory story = new DecisionStory();
    Finding over =
        story.finding(FindingCode.QUOTA_EXCEEDED, Outcome.CORRECT, "Q1", "推荐指标为2名，实际推荐3名。");
    Finding missing =
        story.finding(FindingCode.MATERIAL_MISSING, Outcome.CORRECT, "form", "未见登记表。");
    assertThat(letters(story.decided("张三", DossierState.RETURNED, over, missing)))
        .extracting(Letter::kind)
        .containsExactlyInAnyOrder(LetterKind.OVER_QUOTA, LetterKind.CORRECTION);
  }

  @Test
  void sendsAUnitThatReportsElsewhereToItsOwnOffice() {
    DecisionStory story = new DecisionStory().ofKind("NON_PUBLIC");
    Finding unit = ofDelivery(FindingCode.UNIT_NOT_ADMITTED, Outcome.REFER, Clause.NONE, "请向当地申报。");
    Letter letter = only(story.decided("张三", DossierState.IN_REVIEW, unit));
    assertThat(letter.kind()).isEqualTo(LetterKind.REDIRECT);
    assertThat(Stories.saidBy(letter))
        .contains("请向单位所在地的人力资源和社会保障局申报。", "非公有制单位中符合条件的人选", "不是逾期的认定");
  }

  @Test
  void confirmsAWithdrawalAndNamesWhoDecided() {
    DecisionStory story = new DecisionStory();
    Dossier dossier = story.dossier(DecisionStory.FIRST, "张三");
    Ruling ruling = new Ruling(Ruling.Kind.WITHDRAW, "clerk1", "单位来函申请撤回", "", Optional.empty());
    Letter letter =
        writer
            .ruling(
                Stories.delivery("某局", "a.zip"),
                new Case(dossier, DecisionStory.ruled(dossier, DossierState.WITHDRAWN, ruling)),
                Background.NONE,
                Stories.occasion())
            .orElseThrow();
    assertThat(letter.kind()).isEqualTo(LetterKind.WITHDRAWAL);
    assertThat(Stories.saidBy(letter)).contains("1 | 张三", "本次决定由工作人员（clerk1）作出。");
  }

  @Test
  void givesTheReasonOfAPersonWhoReturnsADossier() {
    Dossier dossier = new DecisionStory().dossier(DecisionStory.FIRST, "张三");
    Ruling ruling = new Ruling(Ruling.Kind.RETURN, "clerk1", "登记表缺公章", "加盖公章", Optional.empty());
    Letter letter =
        writer
            .ruling(
                Stories.delivery("某局", "a.zip"),
                new Case(dossier, DecisionStory.ruled(dossier, DossierState.RETURNED, ruling)),
                Background.NONE,
                Stories.occasion())
            .orElseThrow();
    assertThat(Stories.saidBy(letter)).contains("1 | 张三 | 工作人员审查意见 | 登记表缺公章 | 加盖公章 | 按审查意见补正后重新报送");
  }

  @Test
  void asksForAnotherPackageWhenOneCannotBeRead() {
    var submission =
        Stories.submission("SJ-2020-0017", Stories.receipt("加密.zip"))
            .closedAs(
                new cn.baosong.core.submission.Defect(
                    "PACKAGE_ENCRYPTED", "加密.zip", "压缩包设有密码，无法打开。", false));
    Letter letter =
        writer.unreadable(
            Delivery.of(submission, Optional.empty(), Optional.empty()),
            Optional.of(java.time.LocalDate.of(2020, 4, 10)),
            Stories.occasion());
    assertThat(letter.kind()).isEqualTo(LetterKind.CORRECTION);
    assertThat(Stories.saidBy(letter))
        .contains("1 | 全部 | 报送包有密码（加密.zip） | 压缩包设有密码，无法打开。 | — | 去除密码后重新压缩报送")
        .contains("你单位报送的推荐材料（报送编号SJ-2020-0017）")
        .doesNotContain("其他人选", "{");
  }

  @Test
  void namesTheFirstDeliveryOfTheSameContent() {
    Letter letter =
        writer.duplicate(
            Stories.delivery("某局", "又一份.zip"),
            new SubmissionNumber("SJ-2020-0003"),
            Stories.occasion());
    assertThat(Stories.saidBy(letter)).contains("此前报送编号 | SJ-2020-0003", "以最早一次为准");
  }

  @Test
  void writesOneLetterADeliveryAndKind() {
    SubmissionNumber second = new SubmissionNumber("SJ-2020-0018");
    DecisionStory story =
        new DecisionStory()
            .delivered(second.value(), "2020-03-31T11:00:00Z")
            .decided("张三", DossierState.ACCEPTED)
            .decided("李四", DossierState.ACCEPTED)
            .decided(second, "王五", DossierState.ACCEPTED)
            .decided(second, "赵六", DossierState.IN_REVIEW);
    assertThat(letters(story))
        .extracting(letter -> letter.folder() + " " + letter.kind())
        .containsExactly(
            "SJ-2020-0017 ACCEPTANCE", "SJ-2020-0018 ACCEPTANCE", "SJ-2020-0018 PENDING");
  }

  @Test
  void saysNothingOfWhatDidNotChangeOrStillWaits() {
    assertThat(
            letters(
                new DecisionStory()
                    .standsAsBefore("张三", DossierState.ACCEPTED)
                    .decided("李四", DossierState.AWAITING_PAPER)
                    .decided("王五", DossierState.SUPERSEDED)))
        .isEmpty();
  }

  @Test
  void waitsForTheSealWhereTheCallSaysSo() {
    Call sealing =
        Stories.call(new LetterPolicy(Duration.ZERO, true, Map.of()), Stories.lateness());
    Letter letter = only(new DecisionStory(sealing).decided("张三", DossierState.ACCEPTED));
    assertThat(letter.state()).isEqualTo(LetterState.DRAFT);
    assertThat(Stories.saidBy(letter)).contains("加盖印章后送达").doesNotContain("由系统出具。");
  }

  @Test
  void writesInTheCallsOwnWordsWhereItHasSome() {
    Call own = worded("受理函\n\n{unit}：{count}人已收。\n\n| 甲 | 乙 | 丙 | 丁 | 戊 |\n[[accepted]]\n");
    Letter letter = only(new DecisionStory(own).decided("张三", DossierState.ACCEPTED));
    assertThat(letter.title()).isEqualTo("受理函");
    assertThat(Stories.saidBy(letter)).contains("云州市人力资源和社会保障局：1人已收。").doesNotContain("现予受理");
  }

  @Test
  void keepsItsOwnWordsWhereThoseOfTheCallAreFaulty() {
    Call own = worded("受理函\n\n{nobody}已收。\n");
    assertThat(only(new DecisionStory(own).decided("张三", DossierState.ACCEPTED)).title())
        .isEqualTo("受理通知书");
  }

  private static Call worded(String acceptance) {
    return Stories.call(
        new LetterPolicy(Duration.ZERO, false, Map.of("ACCEPTANCE", acceptance)),
        Stories.lateness());
  }

  private static Call stating(Consequence consequence, String words) {
    return Stories.call(
        new LetterPolicy(Duration.ofMinutes(30), false, Map.of()),
        new Lateness(List.of(consequence), new Clause(words, "")));
  }

  private static DecisionStory late(Call call) {
    DecisionStory story = new DecisionStory(call);
    return story.decided(
        "张三",
        DossierState.REJECTED,
        story.finding(FindingCode.LATE, Outcome.BLOCK, "", call.lateness().clause(), COMPUTED));
  }

  private List<Letter> letters(DecisionStory story) {
    return writer.letters(story.told(), Stories.occasion());
  }

  private Letter only(DecisionStory story) {
    List<Letter> letters = letters(story);
    assertThat(letters).hasSize(1);
    return letters.get(0);
  }
}
