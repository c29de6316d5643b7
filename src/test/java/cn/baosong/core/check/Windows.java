package cn.baosong.core.check;

import static cn.baosong.core.check.TestCondition.bornNotBefore;
import static cn.baosong.core.check.TestCondition.filled;
import static cn.baosong.core.check.TestCondition.is;
import static cn.baosong.core.check.TestCondition.not;
import static cn.baosong.core.check.TestCondition.oneOf;

import cn.baosong.core.call.Basis;
import cn.baosong.core.call.Clause;
import cn.baosong.core.call.ComparedField;
import cn.baosong.core.call.ComparedField.Kind;
import cn.baosong.core.call.ComparedField.Weight;
import cn.baosong.core.call.Condition;
import cn.baosong.core.call.Consequence;
import cn.baosong.core.call.Force;
import cn.baosong.core.call.Material;
import cn.baosong.core.call.PaperPolicy.Mismatch;
import cn.baosong.core.call.PaperPolicy.Mode;
import cn.baosong.core.call.Part;
import cn.baosong.core.call.Procedure;
import cn.baosong.core.call.Quota;
import cn.baosong.core.call.Rule;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The intake windows of the five notices, as far as the tests of the checks need them. */
public final class Windows {
  private Windows() {}

  /** 山西 2020 百千万: by postmark, 逾期不予受理, in parcel mode. */
  public static CallFixture shanxi2020() {
    return new CallFixture("sx-bqw-2020")
        .admitting("EDU_DEPT", "HEALTH_DEPT", "CITY_HR", "PROV_DEPT")
        .late(Consequence.NOT_ACCEPTED, "邮寄材料以邮戳日期为准，逾期不予受理。")
        .deadline(DeadlineFixture.of(Part.PAPER, "2020-03-31").by(Basis.POSTMARK).make())
        .deadline(DeadlineFixture.of(Part.ELECTRONIC, "2020-03-31").notDecisive().make())
        .mode(Mode.PARCEL)
        .form(TestForm.requiring("姓名", "身份证件号码", "出生日期", "专业技术职称"))
        .rule(rule("E1", Force.SOFT, oneOf("专业技术职称", "教授", "副教授", "主任编辑", "主任医师"), "一般应具有副高级职称。"))
        .rule(
            new Rule(
                "E2",
                Force.SOFT,
                bornNotBefore("出生日期", LocalDate.of(1970, 1, 1)),
                Optional.empty(),
                Optional.of(is("出生日期", "1970-01-01")),
                new Clause("年龄在50岁以下（1970年1月1日以后出生）", "二"),
                "应为1970年1月1日以后出生。"))
        .rule(rule("E3", Force.MERIT, filled("申报条件"), "应具备所列条件之一。"))
        .quota(quota("edu", Set.of("EDU_DEPT"), 15))
        .quota(quota("health", Set.of("HEALTH_DEPT"), 8))
        .quota(quota("others", Set.of(), 2))
        .procedure(evidenced("review", Procedure.Kind.EXPERT_REVIEW, "专家评议情况", Optional.empty()))
        .procedure(
            evidenced("publicity", Procedure.Kind.PUBLICITY, "公示情况", Optional.of(is("涉密人员", "是"))))
        .material(material("report", false, true, "推荐报告").make())
        .material(
            material("form", true, true, "登记表")
                .suffixes("pdf", "jpg")
                .copies(3)
                .when(not("单位性质", "非公有制"))
                .make())
        .material(
            material("form-industry", true, true, "登记表（产业创新类）")
                .suffixes("pdf", "jpg")
                .copies(3)
                .when(is("单位性质", "非公有制"))
                .make())
        .material(material("rpu", true, true, ".RPU").suffixes("rpu").sealed().make())
        .material(material("evidence", true, true, "印证材料", "佐证").copies(1).make())
        .material(material("attachment", true, false, "附件").maxPages(1).maxFiles(1).make())
        .settled("postmark.kind", "DISPATCH")
        .unsettled("courier.rule", "ACCEPTANCE_SCAN", "RECEIPT", "NOT_ALLOWED")
        .unsettled("channels.counter", "ACCEPT", "NOT_ALLOWED")
        .unsettled("electronic.dateRule", "EITHER_THEN_CURE", "SAME_AS_PAPER", "RECEIPT")
        .consistent(
            "纸质材料和网上填报信息要完全一致。",
            new ComparedField("姓名", Kind.NAME, Weight.IDENTITY),
            new ComparedField("身份证件号码", Kind.IDENTITY_NUMBER, Weight.IDENTITY),
            new ComparedField("出生日期", Kind.DATE, Weight.IDENTITY),
            new ComparedField("专业技术职称", Kind.TEXT, Weight.MATERIAL));
  }

  /** 内蒙古 2017 百千万: a Sunday in the holiday, 逾期未报视为放弃, a mismatch may cancel. */
  public static CallFixture innerMongolia2017() {
    return new CallFixture("nm-bqw-2017")
        .admitting("LEAGUE_HR", "REGION_DEPT")
        .late(Consequence.DEEMED_WAIVED, "逾期未报视为放弃。")
        .deadline(DeadlineFixture.of(Part.PAPER, "2017-04-30").rolling(true, false).make())
        .mode(Mode.PARCEL)
        .quota(quota("league", Set.of("LEAGUE_HR"), 5))
        .quota(quota("region", Set.of("REGION_DEPT"), 2))
        .consistent(
            "电子数据与书面材料不一致的，一经发现立即取消推荐人选资格", new ComparedField("专业技术职称", Kind.TEXT, Weight.MATERIAL))
        .mismatch(Mismatch.PROPOSE_CANCELLATION);
  }

  /** 大同 2020: no consequence stated. */
  public static CallFixture datong2020() {
    return new CallFixture("dt-xsdt-2020")
        .deadline(DeadlineFixture.of(Part.PAPER, "2020-12-15").make());
  }

  /** 阳泉 2023: no consequence stated. */
  public static CallFixture yangquan2023() {
    return new CallFixture("yq-tj-2023")
        .deadline(DeadlineFixture.of(Part.PAPER, "2023-03-31").make());
  }

  /** 山西 2023 政府特殊津贴: two categories, two departments, exempt candidates. */
  public static CallFixture shanxi2023() {
    return new CallFixture("sx-tj-2023")
        .admitting("CITY_HR", "EDU_DEPT", "PROV_DEPT")
        .late(Consequence.NOT_ACCEPTED, "逾期不予受理。")
        .deadline(DeadlineFixture.of(Part.PAPER, "2023-04-21").make())
        .quota(inCategory("t-edu", Set.of("EDU_DEPT"), "专业技术", 18))
        .quota(inCategory("t-city", Set.of("CITY_HR"), "专业技术", 3))
        .quota(inCategory("t-others", Set.of(), "专业技术", 2))
        .quota(inCategory("s", Set.of(), "高技能", 2))
        .departments(
            "类别", CallFixture.department("zjc", "专业技术"), CallFixture.department("zjnl", "高技能"));
  }

  /** 内蒙古 2023, tiers 1 and 2: a Saturday, two halves of which neither is decisive. */
  public static CallFixture innerMongolia2023() {
    return new CallFixture("nm-xsd-2023-t12")
        .admitting("LEAGUE_HR")
        .late(Consequence.DEEMED_WAIVED, "逾期不报视为放弃。")
        .deadline(
            DeadlineFixture.of(Part.PAPER, "2023-10-14").rolling(true, false).notDecisive().make())
        .deadline(
            DeadlineFixture.of(Part.ELECTRONIC, "2023-10-14")
                .rolling(true, false)
                .notDecisive()
                .make())
        .mode(Mode.PARCEL);
  }

  /** 内蒙古 2023, tier 3: a list through a web system, no paper at all. */
  public static CallFixture innerMongolia2023Tier3() {
    return new CallFixture("nm-xsd-2023-t3")
        .deadline(DeadlineFixture.of(Part.ELECTRONIC, "2023-11-30").make())
        .mode(Mode.NONE);
  }

  public static Rule rule(String id, Force force, Condition must, String sentence) {
    return new Rule(
        id, force, must, Optional.empty(), Optional.empty(), new Clause(sentence, "二"), sentence);
  }

  public static Quota quota(String id, Set<String> kinds, int limit) {
    return new Quota(
        id,
        kinds,
        Optional.empty(),
        Quota.Per.UNIT,
        Optional.of(limit),
        Force.HARD,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        new Clause("可推荐" + limit + "名", "三"));
  }

  static Quota inCategory(String id, Set<String> kinds, String category, int limit) {
    return new Quota(
        id,
        kinds,
        Optional.of(category),
        Quota.Per.UNIT,
        Optional.of(limit),
        Force.HARD,
        Optional.of(is("不占指标", "是")),
        Optional.empty(),
        Optional.empty(),
        new Clause("不得超指标推荐。", "三"));
  }

  static Procedure evidenced(
      String id, Procedure.Kind kind, String field, Optional<Condition> waived) {
    return new Procedure(
        id,
        kind,
        field,
        List.of(),
        List.of(field),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false,
        true,
        Optional.empty(),
        Optional.empty(),
        waived,
        new Clause("除涉密人员外，须经过公示。", "三"));
  }

  static MaterialFixture material(String id, boolean perCandidate, boolean required, String... n) {
    return new MaterialFixture(
        id,
        n[0],
        perCandidate,
        required,
        Optional.empty(),
        List.of(n),
        Set.of(),
        0,
        Optional.empty(),
        Optional.empty(),
        false);
  }

  /** A material in the making. */
  record MaterialFixture(
      String id,
      String name,
      boolean perCandidate,
      boolean required,
      Optional<Condition> when,
      List<String> names,
      Set<String> suffixes,
      int copies,
      Optional<Integer> maxPages,
      Optional<Integer> maxFiles,
      boolean opaque) {

    MaterialFixture suffixes(String... accepted) {
      return new MaterialFixture(
          id,
          name,
          perCandidate,
          required,
          when,
          names,
          Set.of(accepted),
          copies,
          maxPages,
          maxFiles,
          opaque);
    }

    MaterialFixture copies(int asked) {
      return new MaterialFixture(
          id,
          name,
          perCandidate,
          required,
          when,
          names,
          suffixes,
          asked,
          maxPages,
          maxFiles,
          opaque);
    }

    MaterialFixture when(Condition condition) {
      return new MaterialFixture(
          id,
          name,
          perCandidate,
          required,
          Optional.of(condition),
          names,
          suffixes,
          copies,
          maxPages,
          maxFiles,
          opaque);
    }

    MaterialFixture maxPages(int most) {
      return new MaterialFixture(
          id,
          name,
          perCandidate,
          required,
          when,
          names,
          suffixes,
          copies,
          Optional.of(most),
          maxFiles,
          opaque);
    }

    MaterialFixture maxFiles(int most) {
      return new MaterialFixture(
          id,
          name,
          perCandidate,
          required,
          when,
          names,
          suffixes,
          copies,
          maxPages,
          Optional.of(most),
          opaque);
    }

    MaterialFixture sealed() {
      return new MaterialFixture(
          id,
          name,
          perCandidate,
          required,
          when,
          names,
          suffixes,
          copies,
          maxPages,
          maxFiles,
          true);
    }

    Material make() {
      return new Material(
          id,
          name,
          perCandidate,
          required,
          when,
          names,
          suffixes,
          copies,
          maxPages,
          maxFiles,
          opaque,
          false,
          new Clause("须附" + name, "四"));
    }
  }
}
