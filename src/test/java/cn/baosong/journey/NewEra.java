package cn.baosong.journey;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/** Packages for the Inner Mongolia project of 2023 (nm-xsd-2023-t12), with nothing to object to. */
final class NewEra {
  static final String CALL = "nm-xsd-2023-t12";
  static final String TIER_1 = "一层次";
  static final String TIER_2 = "二层次";

  private NewEra() {}

  static HandMade of(String unitCode, String unitName) {
    return HandMade.bare(CALL, unitCode, unitName)
        .head("综合评议情况", "广泛听取群众意见，综合评议通过")
        .head("集体研究情况", "2023年9月20日党组会研究确定")
        .head("公示情况", "无异议")
        .head("公示开始日期", "2023-09-20")
        .head("公示结束日期", "2023-09-27")
        .head("纪检监察意见", "无不同意见")
        .head("推荐报告日期", "2023-10-08")
        .with("推荐报告.pdf", HandMade.pdf(3))
        .with("申报人员汇总表.pdf", HandMade.pdf(1));
  }

  /**
   * Adds candidates with numbers from one to another.
   *
   * @param surname which no other unit of a story uses
   */
  static HandMade sending(HandMade list, String tier, String surname, int from, int to) {
    for (int i = from; i <= to; i++) {
      list.line(candidate(tier, surname, i), "申报表.pdf", "佐证材料.pdf");
    }
    return list;
  }

  static Map<String, Object> candidate(String tier, String surname, int number) {
    LocalDate born = LocalDate.of(1985, 3, number).plusWeeks(surname.codePointAt(0) % 97);
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("姓名", surname + "甲乙丙丁戊己庚辛壬癸子丑寅".charAt(number));
    row.put("性别", "男");
    row.put("身份证件号码", Identities.of(born, 2 * number + 1));
    row.put("出生日期", born);
    row.put("工作单位", "示例旗人民医院");
    row.put("申报层次", tier);
    row.put("是否同意调剂", tier.equals(TIER_1) ? "是" : "");
    row.put("学历", "硕士研究生");
    row.put("学位", "硕士");
    row.put("专业技术职称", "副主任医师");
    row.put("申报条件", "2");
    row.put("旗县以下基层单位", "是");
    row.put("非公有制领域", "否");
    row.put("副厅级及以上领导干部", "否");
    row.put("党政机关工作人员", "否");
    row.put("任党政领导后不再直接从事专业技术工作", "否");
    row.put("所在单位综合评议情况", "同意推荐");
    row.put("所在单位公示开始日期", "2023-09-12");
    row.put("所在单位公示结束日期", "2023-09-19");
    return row;
  }
}
