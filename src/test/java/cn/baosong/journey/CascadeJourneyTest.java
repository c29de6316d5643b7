package cn.baosong.journey;

import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.core.dossier.Dossier;
import cn.baosong.core.dossier.DossierState;
import cn.baosong.core.submission.Digest;
import cn.baosong.core.submission.Submission;
import cn.baosong.core.submission.SubmissionState;
import cn.baosong.web.api.CascadeView;
import cn.baosong.web.api.DossierShow;
import java.io.IOException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The allowance of 2023: counties deliver to the city, the city to the province. */
class CascadeJourneyTest extends RunningOffice {
  private static final String EXPERT = "专业技术人才";
  private static final String SKILLED = "高技能人才";

  @Autowired DossierShow shown;

  @DynamicPropertySource
  static void whileBothWindowsAreOpen(DynamicPropertyRegistry registry) {
    at("2023-03-24T10:00:00+08:00", registry);
  }

  @Test
  void carriesTheReceiptsOfTheCityToTheProvinceAndShowsWhatTheCityMaySend() throws IOException {
    HandMade county =
        list("yq-tj-2023", "11999908MB00000219", "示例县人力资源和社会保障局")
            .line(person("许甲", EXPERT, 1), "专家情况登记表.pdf", "业绩证明.pdf")
            .line(person("许乙", SKILLED, 2), "专家情况登记表.pdf", "业绩证明.pdf");
    Digest toCity = drop(county, "county.zip");
    List<Dossier> atCity = dossiersOf(once(toCity, SubmissionState.PROCESSED));

    assertThat(atCity).extracting(Dossier::state).containsOnly(DossierState.ACCEPTED);
    assertThat(atCity)
        .extracting(d -> d.department().orElseThrow())
        .containsExactly("yq-zjk", "yq-zyjsk");
    assertThat(letter(once(toCity, SubmissionState.PROCESSED), "ACCEPTANCE"))
        .contains("专业技术人员管理科史俊敏（电话 2293393）", "职业能力建设科娄正豹（电话 2299977）", "阳人社函（2023）51号");
    assertThat(cascade(atCity.get(0)).upward().orElseThrow())
        .satisfies(
            up -> {
              assertThat(up.call()).isEqualTo("sx-tj-2023");
              assertThat(up.as()).contains("市人力资源和社会保障局");
              assertThat(up.limits())
                  .containsExactly(
                      new CascadeView.LimitView("t-city", Optional.of(EXPERT), 3, "各市推荐 3 名。"));
              assertThat(up.dossiers()).isEmpty();
            });
    assertThat(cascade(atCity.get(1)).upward().orElseThrow().limits())
        .extracting(CascadeView.LimitView::limit)
        .containsExactly(2);

    HandMade city =
        list("sx-tj-2023", "11999901MB00000012", "示例市人力资源和社会保障局")
            .head("纪检监察意见", "无不同意见")
            .with("推荐报告.pdf", HandMade.pdf(3))
            .line(person("许甲", EXPERT, 1), "专家情况登记表.pdf", "业绩证明.pdf");
    Submission upward = once(drop(city, "city.zip"), SubmissionState.PROCESSED);
    Dossier atProvince = dossiersOf(upward).get(0);

    assertThat(atProvince.state()).isEqualTo(DossierState.ACCEPTED);
    assertThat(atProvince.department()).contains("sx-zjc");
    assertThat(cascade(atProvince).upward()).isEmpty();
    assertThat(cascade(atProvince).receipts())
        .singleElement()
        .satisfies(
            step -> {
              assertThat(step.call()).isEqualTo("yq-tj-2023");
              assertThat(step.unitName()).contains("示例县人力资源和社会保障局");
              assertThat(step.dossier()).isEqualTo(atCity.get(0).number().value());
              assertThat(step.submission()).isEqualTo(atCity.get(0).submission().value());
              assertThat(step.sha256()).contains(toCity.hex());
              assertThat(step.evidence().orElseThrow().received().latest())
                  .startsWith("2023-03-24T10:");
              assertThat(step.accepted()).isPresent();
            });
    assertThat(cascade(atCity.get(0)).upward().orElseThrow().dossiers())
        .containsExactly(atProvince.number().value());
  }

  private CascadeView cascade(Dossier dossier) {
    return shown.views(List.of(dossier)).get(0).cascade().orElseThrow();
  }

  private static HandMade list(String call, String unitCode, String unitName) {
    return HandMade.bare(call, unitCode, unitName)
        .head("专家评议情况", "组织专家评议，同意推荐")
        .head("公示情况", "公示无异议")
        .head("公示开始日期", "2023-03-13")
        .head("公示结束日期", "2023-03-17");
  }

  private static Map<String, Object> person(String name, String category, int number) {
    LocalDate born = LocalDate.of(1975, 3, number);
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("姓名", name);
    row.put("性别", "男");
    row.put("身份证件号码", Identities.of(born, 2 * number + 1));
    row.put("出生日期", born);
    row.put("工作单位", "示例县第一中学");
    row.put("推荐类别", category);
    row.put("专业技术职称", category.equals(EXPERT) ? "高级教师" : "无");
    row.put("职业技能等级", category.equals(EXPERT) ? "无" : "高级技师");
    row.put("从事本职业年限", 20);
    row.put("申报条件", "7");
    row.put("在职", "是");
    row.put("近5年在岗", "是");
    row.put("任领导职务后不再直接从事专业技术或技能工作", "否");
    row.put("副省部级及以上职务或待遇", "否");
    row.put("党政军群机关工作人员", "否");
    row.put("已享受政府特殊津贴", "否");
    return row;
  }
}
