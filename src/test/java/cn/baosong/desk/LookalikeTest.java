package cn.baosong.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LookalikeTest {
  @ParameterizedTest
  @CsvSource({
    "shanxi-gov.cn, shanxi.gov.cn",
    "shanxl.gov.cn, shanxi.gov.cn",
    "shanxi.g0v.cn, shanxi.gov.cn",
    "shanxi.gov.cm, shanxi.gov.cn",
    "shaxni.gov.cn, shanxi.gov.cn",
    "shanxii.gov.cn, shanxi.gov.cn",
    "sharxi.gov.cn, shanxi.gov.cn",
    "xn--shnxi-5ve.gov.cn, shanxi.gov.cn",
    "rnofcom.gov.cn, mofcom.gov.cn",
    "l63.com, 163.com",
    "shili-example.org, shili.example.org"
  })
  void warnsOfADomainThatIsTakenForARegisteredOne(String domain, String registered) {
    assertThat(new Lookalike(domain).of(List.of("other.example.org", registered)))
        .as(domain)
        .contains(registered);
  }

  @ParameterizedTest
  @CsvSource({
    "shanxi.gov.cn, shanxi.gov.cn",
    "rst.shanxi.gov.cn, shanxi.gov.cn",
    "gov.cn, shanxi.gov.cn",
    "shaanxi-hr.gov.cn, shanxi.gov.cn",
    "126.com, 163.com",
    "qq.cn, qq.com",
    "mit.edu, univ.example.org"
  })
  void saysNothingOfOneThatIsAnothersOwn(String domain, String registered) {
    assertThat(new Lookalike(domain).of(List.of(registered))).as(domain).isEmpty();
  }
}
