package cn.baosong.reader.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import cn.baosong.core.call.Ambiguity;
import cn.baosong.core.call.Call;
import cn.baosong.core.call.CallFault;
import cn.baosong.core.call.CallId;
import cn.baosong.core.call.Otherwise;
import cn.baosong.core.call.Rule;
import cn.baosong.reader.call.Loading.Broken;
import cn.baosong.reader.call.Loading.Loaded;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the notices leave open (domain.md, section 1.9), and the call under each reading. */
class RereadingTest {
  private static final CallId DATONG = new CallId("dt-xsdt-2020");

  @TempDir Path temp;

  /** By call: what is settled by default, and what stands open. */
  static Stream<Arguments> register() {
    return Stream.of(
        arguments("sx-bqw-2020", "A01 A02 A04-1 A05 A06 A08 A09", "A03 A04 A07"),
        arguments("nm-bqw-2017", "A01 A12 A13 A15", "A10 A11 A14"),
        arguments(
            "dt-xsdt-2020", "A01 A16 A20 A21 A22 A23 A24 A25 A33", "A11 A14 A17 A18 A18-2 A19"),
        arguments("yq-tj-2023", "A01 A16 A26 A27 A28 A30 A31 A32 A33 A35", "A11 A14 A17"),
        arguments("sx-tj-2023", "A01 A29 A30 A31 A32 A33 A34 A35", "A11 A14"),
        arguments("nm-xsd-2023-t12", "A01 A39 A40 A41", "A10 A11 A14 A36 A37 A38 A38-1"),
        arguments("nm-xsd-2023-t3", "A42", "A11 A17 A37 A37-1 A43"));
  }

  @ParameterizedTest
  @MethodSource("register")
  void registersWhatEachNoticeLeavesOpen(String id, String settled, String open) {
    Call call = loaded(id).call();
    assertThat(ids(call, true)).isEqualTo(new TreeSet<>(List.of(settled.split(" "))));
    assertThat(ids(call, false)).isEqualTo(new TreeSet<>(List.of(open.split(" "))));
  }

  @ParameterizedTest
  @MethodSource("register")
  void mayBeSettledOnEveryReadingWithoutACaseOfItsOwnFailing(String id) throws IOException {
    Path folder = temp.resolve(id);
    Samples.copy(Path.of("forms", id), folder);
    List<String> failing = new ArrayList<>();
    for (Ambiguity open : loaded(id).call().ambiguities()) {
      for (String reading : open.isSettled() ? List.<String>of() : open.readings()) {
        settle(folder, open.id(), reading);
        Loaded settled = (Loaded) Loaders.loader().load(new CallId(id), folder);
        Loaders.runner()
            .apply(settled.call())
            .forEach(f -> failing.add(open.id() + "=" + reading + ": " + f.zh()));
      }
    }
    assertThat(failing).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"YEAR_START,1970-01-01", "INCLUSIVE,1969-12-15", "BIRTHDAY,1970-12-15"})
  void appliesTheRuleOfTheReadingThatTheOfficeSettlesOn(String reading, String day)
      throws IOException {
    Path folder = temp.resolve(DATONG.value());
    Samples.copy(Path.of("forms", DATONG.value()), folder);
    settle(folder, "A19", reading);
    Call call = ((Loaded) Loaders.loader().load(DATONG, folder)).call().call();
    assertThat(age(call)).containsExactly("不早于(出生日期, \"" + day + "\")");
    assertThat(call.otherwise()).noneMatch(Otherwise::inPlay);
  }

  @Test
  void holdsEveryReadingOfAnOpenQuestionBesideTheProposedOne() {
    Call call = loaded(DATONG.value()).call();
    assertThat(age(call)).containsExactly("不早于(出生日期, \"1970-01-01\")");
    assertThat(call.otherwise().stream().filter(Otherwise::inPlay))
        .hasSize(2)
        .allSatisfy(
            other -> assertThat(other.departs()).extracting(Ambiguity::id).containsExactly("A19"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "under: {A19: BIRTHDAY}|under: {A99: BIRTHDAY}|没有歧义“A99”",
        "under: {A19: BIRTHDAY}|under: {A19: SOMEDAY}|没有读法“SOMEDAY”",
        "under: {A19: BIRTHDAY}|under: {A19: INCLUSIVE}|编号“E5”重复",
        "under: {A19: BIRTHDAY}|force: SOFT|编号“E5”重复"
      })
  void tellsWhereAnItemNamesNoReadingOfTheCall(String right, String wrong, String told)
      throws IOException {
    Path folder = temp.resolve(DATONG.value());
    Samples.copy(Path.of("forms", DATONG.value()), folder);
    Path yaml = folder.resolve("call.yaml");
    String text = Files.readString(yaml, StandardCharsets.UTF_8);
    assertThat(text).contains(right);
    String duplicate = wrong.startsWith("force") ? "" : wrong;
    Files.writeString(yaml, text.replace(right, duplicate), StandardCharsets.UTF_8);
    List<CallFault> faults = ((Broken) Loaders.loader().load(DATONG, folder)).faults();
    assertThat(faults)
        .anySatisfy(
            fault -> {
              assertThat(fault.zh()).contains(told);
              assertThat(fault.line()).isGreaterThan(1);
            });
  }

  private static List<String> age(Call call) {
    return call.rules().stream()
        .filter(rule -> rule.id().equals("E5"))
        .map(Rule::must)
        .map(must -> must.text())
        .toList();
  }

  private static void settle(Path folder, String id, String reading) throws IOException {
    Files.writeString(
        folder.resolve("settlements.yaml"),
        id + ": {reading: \"" + reading + "\", by: 处长, on: 2020-12-01, reason: 会议研究}\n",
        StandardCharsets.UTF_8);
  }

  private static LoadedCall loaded(String id) {
    return ((Loaded) Loaders.loader().load(new CallId(id), Path.of("forms", id))).call();
  }

  private static TreeSet<String> ids(Call call, boolean settled) {
    return call.ambiguities().stream()
        .filter(a -> a.isSettled() == settled)
        .map(Ambiguity::id)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
