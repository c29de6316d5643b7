package cn.baosong.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Would another notice change it? Then it stands in {@code forms/}, and not in Java. */
class NoticeWordsTest {
  private static final NoticeWords WORDS = NoticeWords.of(Path.of("forms"));

  @Test
  void noJavaFileHoldsANoticesDateQuotaOfficeOrWording() throws IOException {
    Map<Path, Set<String>> found = new TreeMap<>();
    for (Path source : NoticeWords.sources(Path.of("src/main/java"))) {
      Set<String> said = WORDS.within(Files.readString(source, StandardCharsets.UTF_8));
      if (!said.isEmpty()) {
        found.put(source, said);
      }
    }
    assertThat(WORDS.size()).isGreaterThan(3000);
    assertThat(found).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "LocalDate LAST = LocalDate.of(2020, 3, 31);",
        "LocalDate.parse(\"2017-04-30\")",
        "\"请于2023年10月14日前报送\"",
        "case \"省教育厅\" -> 15; // 15人",
        "\"推荐一层次人选控制在3名以内\"",
        "\"山西省专业技术人员管理服务中心\"",
        "\"jqczjzk@sina.com\"",
        "/** such as 晋人社厅函〔2020〕131号 */",
        "\"请联系薛睿心\"",
        "\"0351-7676028\"",
        "\"纸质材料和网上填报信息要完全一致。\"",
        "// 电子数据与书面材料不一致的，一经发现立即取消推荐人选资格"
      })
  void catchesWhatOnlyANoticeMaySay(String source) {
    assertThat(WORDS.within(source)).isNotEmpty();
  }

  @Test
  void sparesTheTradesOwnWords() {
    assertThat(WORDS.within("/** 邮戳、公示、收件回执；推荐单位补正材料。 */ \"发文机关、承办处室\" LocalDate.of(1970, 1, 2)"))
        .isEmpty();
  }
}
