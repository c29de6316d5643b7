package cn.baosong.core.submission;

import static cn.baosong.core.submission.ClassifiedMarking.DOUBTFUL;
import static cn.baosong.core.submission.ClassifiedMarking.MARKED;
import static cn.baosong.core.submission.ClassifiedMarking.NONE;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClassifiedMarkingTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "秘密★1年",
        "机密★5年",
        "绝密★长期",
        "绝密★",
        "机密★",
        "秘密★6个月",
        "秘密★6月",
        "机密★10年",
        "机密★2030年12月31日",
        "机密★2030年12月31日前",
        "机密★2030.12.31",
        "秘密★十年",
        "绝密★启用前",
        "「绝密★启用前」",
        "绝密★启用前 2020年高级职称考试试卷",
        "机密★解密条件：公布后",
        "秘密★公布前",
        "機密★",
        "機密★長期",
        "絕密★啟用前",
        "祕密★三年",
        "机密级★",
        "机密级★5年",
        "機密級★",
        "机密(★)5年",
        "机密（★）",
        "(机密)★5年",
        "【机密】★长期",
        "机密〔★5年〕",
        "机密☆",
        "机密✩5年",
        "机密⭐5年",
        "机密⭐️5年",
        "机密🌟",
        "机密※",
        "机密※5年",
        "机密*5年",
        "机密＊５年",
        "机密*",
        "机密＊",
        "密级：机密★5年",
        "密级：机密＊",
        "机 密 ★ 5 年",
        "机　密　★　５　年",
        "机\t密\u00A0★5年",
        "机\u200B密\u200D★\uFEFF5年",
        "机\u0336密\u0336★\u03365年",
        "机\u2060密\u00AD★",
        "机\u3164密\u2800★5年",
        "机\n密\n★\n5\n年",
        "机\r\n密\r\n★",
        "绝\n\n密\n \n★\n启\n用\n前",
        "机密\n★5年",
        "机密\n★\n5年",
        "机密★\n5年",
        "机密\n★\n关于推荐人选的报告",
        "000123 机密★5年 特急",
        "某工程情况报告机密★5年.pdf",
        "01-人选(秘密★1年)/登记表.docx",
        "机密·★5年",
        "机密_★5年",
        "“机密”★5年",
        "本页系机密★5年内不得公开",
        "国家秘密★5年",
        "机密\uF0AB5年",
        "㊙密★",
      })
  void seesAMarkHoweverItIsWritten(String text) {
    assertThat(ClassifiedMarking.in(text)).isEqualTo(MARKED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "商业秘密*",
        "商业秘密＊按合同约定保护",
        "不得泄露商业秘密* 见附注",
        "商业机密*",
        "工作秘密*",
        "不得涉及国家秘密\n★ 以上内容属实",
        "材料中不涉及国家秘密。\n★本人承诺",
        "不涉及绝密、机密、秘密\n★ 姓名请用楷体填写",
        "不得载有国家秘密*",
        "内容涉及机密\n* 第一条",
        "涉密人员脱密期管理审批表",
        "保密承诺书：本人严守国家秘密，不泄露工作秘密",
        "脱密期内不得出境",
        "从事机密级岗位5年",
        "机密 5年",
        "绝密文件 长期保存",
        "密级：公开",
        "密级★",
        "内部资料★注意保存",
        "内部资料 免费交流",
        "★ 机密文件不得报送",
        "★机密",
        "☆☆☆☆☆",
        "* 为必填项",
        "姓名* 单位* 电话*",
        "*",
        "带★的栏目必须填写；涉及国家秘密的内容不得填写",
        "机器密度★★★",
        "机组密闭性★5年质保",
        "保密★",
        "秘密（3年）",
        "该同志曾获五星★级技术能手，保守秘密",
      })
  void letsProseAndBulletsAndFootnotesPass(String text) {
    assertThat(ClassifiedMarking.in(text)).isEqualTo(NONE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "请勿报送标有“机密★”字样的材料",
        "凡注明「秘密★1年」标志的均不得上网",
        "商业秘密★5年",
        "国家秘密★",
        "不得泄露机密*",
        "**机密**",
        "秘密* 说明见下",
        "机密*3年内不得对外提供",
        "机密\n★ 姓名",
        "所附报告定为机密\n★",
      })
  void asksAPersonWhereAMarkMayBeAWord(String text) {
    assertThat(ClassifiedMarking.in(text)).isEqualTo(DOUBTFUL);
  }

  @Test
  void findsAMarkBehindPagesOfTextAndAcrossTheEdgesOfItsWindow() {
    for (int length = 16_200; length < 16_500; length++) {
      String text = "推荐材料".repeat(length / 4) + "长".repeat(length % 4) + "机密★5年";
      assertThat(ClassifiedMarking.in(text)).as("after %d", length).isEqualTo(MARKED);
    }
  }

  @Test
  void readsATextThatComesInPartsAsOne() {
    MarkingSearch search = new MarkingSearch();
    for (String part : new String[] {"机", "", "密", "\uD83C", "\uDF1F", "5", "年"}) {
      search.read(part);
    }
    assertThat(search.end()).isEqualTo(MARKED);
  }

  @Test
  void doesNotJoinTheEndOfOneTextToTheBeginningOfTheNext() {
    MarkingSearch search = new MarkingSearch();
    search.read("不涉及国家秘密");
    search.end();
    search.read("★ 填表说明");
    assertThat(search.end()).isEqualTo(NONE);
  }
}
