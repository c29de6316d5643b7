package cn.baosong.reader.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.baosong.core.call.Ambiguity;
import cn.baosong.core.call.Call;
import cn.baosong.core.call.CallFault;
import cn.baosong.core.call.CallId;
import cn.baosong.core.call.CallVersion;
import cn.baosong.core.call.Choice;
import cn.baosong.desk.Refusal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A choice of a reading is kept beside the call, or not at all. */
class KeepingTest {
  private static final CallId ID = new CallId("sx-bqw-2020");

  @TempDir Path temp;
  private Path folder;
  private Path file;

  @BeforeEach
  void copyTheShippedCall() throws IOException {
    folder = temp.resolve("forms").resolve(ID.value());
    file = folder.resolve("settlements.yaml");
    Samples.copy(Path.of("forms/sx-bqw-2020"), folder);
  }

  @Test
  void keepsChoicesInTheFileAndIsLiveAtOnceAcrossARestartToo() {
    CallShelf shelf = shelf(call -> List.of());
    Choice courier = choice("A04", "RECEIPT", "说“快递”:\"以收到为准\" # 否则 {无法核对}");
    Choice day = choice("A01", "true", "照旧");
    Call first = shelf.keep(ID, version(shelf), courier);
    Call second = shelf.keep(ID, first.version(), day);

    assertThat(shelf.find(ID)).contains(second);
    assertThat(second.readings("courier.rule", "")).containsExactly("RECEIPT");
    assertThat(file).content(StandardCharsets.UTF_8).contains("A04", "A01");
    assertThat(folder).isDirectoryNotContaining("glob:**.new");
    CallShelf restarted = shelf(call -> List.of());
    assertThat(version(restarted)).isEqualTo(second.version());
    assertThat(restarted.kept(ID)).containsExactly(courier, day);
  }

  @Test
  void opensAgainWhatTheAuthorHadSettledAndLeavesWhoAndWhy() {
    CallShelf shelf = shelf(call -> List.of());
    Choice open = new Choice("A01", Optional.empty(), "处长", LocalDate.of(2020, 3, 12), "有单位提出异议");
    Call now = shelf.keep(ID, version(shelf), open);
    assertThat(ambiguity(now, "A01").isSettled()).isFalse();
    assertThat(shelf.kept(ID)).containsExactly(open);
  }

  @Test
  void keepsWhatTheAuthorProposedBesideTheReadingThatWasChosen() {
    CallShelf shelf = shelf(call -> List.of());
    Call now = shelf.keep(ID, version(shelf), choice("A04", "NOT_ALLOWED", "不收快递"));
    assertThat(ambiguity(now, "A04").proposed()).isEqualTo("ACCEPTANCE_SCAN");
    assertThat(ambiguity(now, "A04").inPlay()).containsExactly("NOT_ALLOWED");
  }

  @Test
  void refusesWithTheNameOfTheCaseThatWouldFailAndLeavesEverythingAsItWas() {
    CallFault failing = new CallFault("cases.yaml", 7, "cases[0]", "“快递”：应为受理", "differs");
    CallShelf shelf =
        shelf(
            call ->
                call.call().readings("courier.rule", "").size() == 1
                    ? List.of(failing)
                    : List.of());
    CallVersion before = version(shelf);
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> shelf.keep(ID, before, choice("A04", "RECEIPT", "理由")))
        .satisfies(
            refusal -> {
              assertThat(refusal.kind()).isEqualTo(Refusal.Kind.CONFLICT);
              assertThat(refusal.chinese()).contains("cases.yaml 第7行", "“快递”：应为受理");
            });
    assertThat(file).doesNotExist();
    assertThat(version(shelf)).isEqualTo(before);
  }

  @Test
  void refusesWhoSawAnEarlierVersion() {
    CallShelf shelf = shelf(call -> List.of());
    CallVersion seen = version(shelf);
    shelf.keep(ID, seen, choice("A04", "RECEIPT", "理由"));
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> shelf.keep(ID, seen, choice("A04", "NOT_ALLOWED", "理由")))
        .satisfies(refusal -> assertThat(refusal.field()).isEqualTo("expectedVersion"));
    assertThat(shelf.kept(ID)).extracting(Choice::reading).containsExactly(Optional.of("RECEIPT"));
  }

  @Test
  void doesNotTakeAnotherEditAlongThatNobodyHasSeenLive() throws IOException {
    CallShelf shelf = shelf(call -> List.of());
    CallVersion seen = version(shelf);
    Path yaml = folder.resolve("call.yaml");
    String text = Files.readString(yaml, StandardCharsets.UTF_8);
    Files.writeString(yaml, text.replace("waitDays: 15", "waitDays: 16"), StandardCharsets.UTF_8);
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> shelf.keep(ID, seen, choice("A04", "RECEIPT", "理由")))
        .satisfies(refusal -> assertThat(refusal.chinese()).contains("尚未生效的改动"));
    assertThat(file).doesNotExist();
  }

  private CallShelf shelf(Function<LoadedCall, List<CallFault>> cases) {
    return new CallShelf(
        Loaders.loader(), temp.resolve("forms"), temp.resolve("calls"), cases, call -> false);
  }

  private static Choice choice(String ambiguity, String reading, String reason) {
    return new Choice(ambiguity, Optional.of(reading), "处长", LocalDate.of(2020, 3, 10), reason);
  }

  private static Ambiguity ambiguity(Call call, String id) {
    return call.ambiguities().stream().filter(a -> a.id().equals(id)).findFirst().orElseThrow();
  }

  private static CallVersion version(CallShelf shelf) {
    return shelf.find(ID).orElseThrow().version();
  }
}
