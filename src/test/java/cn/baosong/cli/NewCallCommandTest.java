package cn.baosong.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The draft of a new call is itself held: as it comes, filled in, and with all that it offers. */
class NewCallCommandTest {
  private static final Pattern TO_FILL = Pattern.compile("（待填）.*# 例：(.*)");
  private static final Pattern OPTION = Pattern.compile("(?m)^( *)#~ ");
  private static final List<String> FILES = List.of("call.yaml", "cases.yaml");

  @TempDir private Path forms;

  @BeforeEach
  void lays() {
    assertThat(newCall("sx-rcgc-2026").status()).isZero();
  }

  @Test
  void tellsLineByLineWhatIsStillToBeFilledIn() throws IOException {
    Terminal check = check();

    assertThat(check.status()).isEqualTo(1);
    List<String> lines = Files.readAllLines(forms.resolve("sx-rcgc-2026/call.yaml"));
    int title = 1 + lines.indexOf("  title: （待填） # 例：关于开展2026年示例人才推荐工作的通知");
    assertThat(check.out()).contains("call.yaml:" + title + " notice.title  还没有填写");
    long marks =
        lines.stream().filter(line -> TO_FILL.matcher(line).find()).count()
            + Files.readAllLines(forms.resolve("sx-rcgc-2026/cases.yaml")).stream()
                .filter(line -> TO_FILL.matcher(line).find())
                .count();
    assertThat(check.out().lines().filter(line -> line.contains("  错 "))).hasSize((int) marks);
  }

  @Test
  void takesEffectOnceItIsFilledIn() throws IOException {
    edit(NewCallCommandTest::filled);

    Terminal check = check();
    assertThat(check.status()).as(check.out()).isZero();
    assertThat(check.out()).contains("4 例通过");
  }

  @Test
  void everyOptionThatItOffersHolds() throws IOException {
    edit(draft -> OPTION.matcher(filled(draft)).replaceAll("$1"));

    Terminal check = check();
    assertThat(check.status()).as(check.out()).isZero();
    assertThat(check.out()).contains("5 例通过");
  }

  @Test
  void leavesNoKeyOfTheSchemaUnsaid() throws IOException {
    String draft = Files.readString(forms.resolve("sx-rcgc-2026/call.yaml"));
    Set<String> keys = new TreeSet<>();
    collect(new ObjectMapper().readTree(Path.of("forms/call.schema.json").toFile()), keys);

    assertThat(keys)
        .hasSizeGreaterThan(100)
        .allSatisfy(key -> assertThat(draft).containsPattern("(?<![A-Za-z])" + key + ":"));
  }

  @Test
  void neverWritesOverACall() throws IOException {
    edit(draft -> "mine");

    Terminal again = newCall("sx-rcgc-2026");
    assertThat(again.status()).isEqualTo(1);
    assertThat(again.err()).contains("没有改动");
    assertThat(forms.resolve("sx-rcgc-2026/call.yaml")).hasContent("mine");
  }

  @Test
  void saysWhatAnIdMayBe() {
    assertThat(newCall("../elsewhere").err()).contains("只能用小写英文、数字和 -");
  }

  private static void collect(JsonNode schema, Set<String> keys) {
    schema.path("properties").fieldNames().forEachRemaining(keys::add);
    schema.forEach(part -> collect(part, keys));
  }

  private static String filled(String draft) {
    return TO_FILL.matcher(draft).replaceAll("$1");
  }

  private void edit(UnaryOperator<String> change) throws IOException {
    for (String name : FILES) {
      Path file = forms.resolve("sx-rcgc-2026").resolve(name);
      Files.writeString(file, change.apply(Files.readString(file)));
    }
  }

  private Terminal newCall(String id) {
    return Terminal.run("new-call", id, "--forms", forms.toString());
  }

  private Terminal check() {
    return Terminal.run("check", forms.toString());
  }
}
