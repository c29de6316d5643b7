package cn.baosong.reader.call;

import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.core.call.CallFault;
import cn.baosong.core.call.CallId;
import cn.baosong.reader.call.Loading.Broken;
import cn.baosong.reader.call.Loading.Loaded;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class CaseRunnerTest {
  @TempDir Path temp;

  @TestFactory
  Stream<DynamicTest> decidesEveryShippedCaseAsItsClauseDemands() throws IOException {
    return folders(Path.of("forms")).flatMap(CaseRunnerTest::cases);
  }

  @TestFactory
  Stream<DynamicTest> decidesTheCasesOfACallThatNobodyHasSeen() throws IOException {
    return folders(Path.of("src/test/resources/invented")).flatMap(CaseRunnerTest::cases);
  }

  @Test
  void namesTheCaseThatIsDecidedOtherwise() throws IOException {
    Path folder = copyWith("state: REJECTED, codes: [LATE], letters", "state: ACCEPTED, letters");
    LoadedCall loaded = ((Loaded) Loaders.loader().load(id(folder), folder)).call();
    assertThat(Loaders.runner().apply(loaded))
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.file()).isEqualTo("cases.yaml");
              assertThat(fault.line()).isGreaterThan(30);
              assertThat(fault.zh()).contains("T02").contains("应为 ACCEPTED", "实为 REJECTED");
            });
  }

  @Test
  void namesTheCaseWhoseFindingsAreOthers() throws IOException {
    Path folder = copyWith("codes: [LATE], letters", "codes: [LATE, INELIGIBLE], letters");
    LoadedCall loaded = ((Loaded) Loaders.loader().load(id(folder), folder)).call();
    assertThat(Loaders.runner().apply(loaded)).hasSize(1);
  }

  @Test
  void tellsOfFieldsUnitsAndMaterialsThatTheCallDoesNotKnow() throws IOException {
    Path folder = copyWith("candidates: [{专业技术职称: 主任编辑}]", "candidates: [{职称: 主任编辑}]");
    edit(folder, "unit: DEV_ZONE", "unit: ZONE");
    edit(folder, "without: [rpu]", "without: [disc]");
    edit(folder, "postmark: 2020-03-31,", "postmark: 3月31日,");
    edit(folder, "    parcel: {postmark: 2020-03-20, arrived: 2020-03-23}\n", "");
    Broken broken = (Broken) Loaders.loader().load(id(folder), folder);
    assertThat(broken.faults()).extracting(CallFault::file).containsOnly("cases.yaml");
    assertThat(broken.faults())
        .extracting(CallFault::key)
        .anyMatch(key -> key.endsWith("candidates[0].职称"))
        .anyMatch(key -> key.endsWith(".unit"))
        .anyMatch(key -> key.endsWith("without[0]"))
        .anyMatch(key -> key.endsWith(".delivery"))
        .anyMatch(key -> key.endsWith("parcel.postmark"));
  }

  private Path copyWith(String from, String to) throws IOException {
    Path folder = temp.resolve("sx-bqw-2020");
    Samples.copy(Path.of("forms/sx-bqw-2020"), folder);
    edit(folder, from, to);
    return folder;
  }

  private static void edit(Path folder, String from, String to) throws IOException {
    Path cases = folder.resolve("cases.yaml");
    String text = Files.readString(cases, StandardCharsets.UTF_8);
    int at = text.indexOf(from);
    assertThat(at).as(from).isNotNegative();
    Files.writeString(
        cases,
        text.substring(0, at) + to + text.substring(at + from.length()),
        StandardCharsets.UTF_8);
  }

  private static Stream<DynamicTest> cases(Path folder) {
    Loading loading = Loaders.loader().load(id(folder), folder);
    assertThat(loading).as("%s", loading).isInstanceOf(Loaded.class);
    LoadedCall loaded = ((Loaded) loading).call();
    assertThat(loaded.cases()).as("cases of %s", folder).isNotEmpty();
    return loaded.cases().stream()
        .map(
            one ->
                DynamicTest.dynamicTest(
                    folder.getFileName() + ": " + one.name(),
                    () -> assertThat(Loaders.runner().apply(loaded.only(one))).isEmpty()));
  }

  private static CallId id(Path folder) {
    return new CallId(folder.getFileName().toString());
  }

  private static Stream<Path> folders(Path forms) throws IOException {
    return Files.list(forms).filter(Files::isDirectory).sorted();
  }
}
