package cn.baosong.reader.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.baosong.core.call.Call;
import cn.baosong.core.call.CallFault;
import cn.baosong.core.call.CallId;
import cn.baosong.core.call.CallVersion;
import cn.baosong.desk.HeldEdits;
import cn.baosong.desk.Refusal;
import cn.baosong.desk.draft.CallFiles;
import cn.baosong.desk.draft.Draft;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallShelfTest {
  private static final CallId ID = new CallId("sx-bqw-2020");
  private static final Instant NOON = Instant.parse("2020-03-20T04:00:00Z");

  @TempDir Path temp;
  private Path forms;
  private Path yaml;
  private boolean near;

  @BeforeEach
  void copyTheShippedCall() throws IOException {
    forms = temp.resolve("forms");
    Samples.copy(Path.of("forms/sx-bqw-2020"), forms.resolve(ID.value()));
    yaml = forms.resolve(ID.value()).resolve("call.yaml");
  }

  @Test
  void takesAnEditOnceItHasRestedForTwoSeconds() throws IOException {
    CallShelf shelf = shelf(call -> List.of());
    edit("waitDays: 15", "waitDays: 20");
    assertThat(shelf.reloadWhenQuiet(NOON)).isFalse();
    assertThat(shelf.reloadWhenQuiet(NOON.plusMillis(1999))).isFalse();
    assertThat(waitDays(shelf)).isEqualTo(15);
    assertThat(shelf.reloadWhenQuiet(NOON.plusSeconds(2))).isTrue();
    assertThat(waitDays(shelf)).isEqualTo(20);
    assertThat(shelf.reloadWhenQuiet(NOON.plusSeconds(9))).isFalse();
  }

  @Test
  void waitsUntilAnEditorHasFinishedSaving() throws IOException {
    CallShelf shelf = shelf(call -> List.of());
    edit("waitDays: 15", "waitDays: 20");
    assertThat(shelf.reloadWhenQuiet(NOON)).isFalse();
    edit("waitDays: 20", "waitDays: 300");
    assertThat(shelf.reloadWhenQuiet(NOON.plusSeconds(3))).isFalse();
    assertThat(shelf.reloadWhenQuiet(NOON.plusSeconds(5))).isTrue();
    assertThat(waitDays(shelf)).isEqualTo(300);
  }

  @Test
  void keepsTheOldVersionLiveWhenAnEditIsBroken() throws IOException {
    CallShelf shelf = shelf(call -> List.of());
    CallVersion before = version(shelf);
    edit("mode: scan", "mode: fax");
    shelf.reload();
    assertThat(version(shelf)).isEqualTo(before);
    assertThat(shelf.faults().get(ID.value()))
        .singleElement()
        .satisfies(fault -> assertThat(fault.key()).isEqualTo("paper.mode"));
  }

  @Test
  void keepsTheLastValidVersionAcrossARestart() throws IOException {
    edit("waitDays: 15", "waitDays: 20");
    CallVersion before = version(shelf(call -> List.of()));
    edit("mode: scan", "mode: fax");
    CallShelf restarted = shelf(call -> List.of());
    assertThat(version(restarted)).isEqualTo(before);
    assertThat(waitDays(restarted)).isEqualTo(20);
    assertThat(restarted.faults()).containsOnlyKeys(ID.value());
  }

  @Test
  void forgetsTheFaultsOnceTheEditIsMended() throws IOException {
    edit("mode: scan", "mode: fax");
    CallShelf shelf = shelf(call -> List.of());
    assertThat(shelf.find(ID)).isEmpty();
    edit("mode: fax", "mode: scan");
    shelf.reload();
    assertThat(shelf.faults()).isEmpty();
    assertThat(shelf.find(ID)).isPresent();
  }

  @Test
  void letsNoVersionTakeEffectWhoseCasesFail() throws IOException {
    CallFault failing = new CallFault("cases.yaml", 7, "cases[0]", "应为受理，实为退回", "differs");
    CallShelf shelf = shelf(call -> waits(call) == 20 ? List.of(failing) : List.of());
    edit("waitDays: 15", "waitDays: 20");
    shelf.reload();
    assertThat(waitDays(shelf)).isEqualTo(15);
    assertThat(shelf.faults().get(ID.value())).containsExactly(failing);
  }

  @Test
  void isANewVersionWhenAnyFileOfTheFolderChanges() throws IOException {
    CallShelf shelf = shelf(call -> List.of());
    CallVersion before = version(shelf);
    Path notices = Files.createDirectories(yaml.resolveSibling("notices"));
    Files.writeString(notices.resolve("RECEIPT.txt"), "收到。", StandardCharsets.UTF_8);
    shelf.reload();
    assertThat(version(shelf)).isNotEqualTo(before);
    assertThat(shelf.find(ID).orElseThrow().letters().wording()).containsEntry("RECEIPT", "收到。");
  }

  @Test
  void archivesEachVersionThatTookEffect() throws IOException {
    CallShelf shelf = shelf(call -> List.of());
    CallVersion first = version(shelf);
    edit("waitDays: 15", "waitDays: 20");
    shelf.reload();
    for (CallVersion version : List.of(first, version(shelf))) {
      assertThat(temp.resolve("calls").resolve(ID.value()).resolve(version.value()))
          .isDirectoryContaining("glob:**call.yaml");
    }
  }

  @Test
  void laysTheReadingsSettledOnTheWebOverTheCall() throws IOException {
    CallShelf shelf = shelf(call -> List.of());
    CallVersion before = version(shelf);
    Files.writeString(
        yaml.resolveSibling("settlements.yaml"),
        "A04: {reading: RECEIPT, by: 王某, on: 2020-03-10, reason: 会议研究}\n",
        StandardCharsets.UTF_8);
    shelf.reload();
    assertThat(version(shelf)).isNotEqualTo(before);
    assertThat(shelf.find(ID).orElseThrow().readings("courier.rule", ""))
        .containsExactly("RECEIPT");
  }

  @Test
  void withdrawsACallWhoseFolderIsGone() throws IOException {
    CallShelf shelf = shelf(call -> List.of());
    Files.move(forms.resolve(ID.value()), temp.resolve("elsewhere"));
    shelf.reload();
    assertThat(shelf.live()).isEmpty();
  }

  @Test
  void takesTheReleaseThatALinkIsSwitchedTo() throws IOException {
    Path release = Files.move(forms, temp.resolve("release-1"));
    Path next = temp.resolve("release-2");
    Samples.copy(release.resolve(ID.value()), next.resolve(ID.value()));
    Files.createSymbolicLink(forms, release);
    CallShelf shelf = shelf(call -> List.of());
    assertThat(waitDays(shelf)).isEqualTo(15);

    yaml = next.resolve(ID.value()).resolve("call.yaml");
    edit("waitDays: 15", "waitDays: 20");
    Files.delete(forms);
    Files.createSymbolicLink(forms, next);
    shelf.reloadWhenQuiet(NOON);
    assertThat(shelf.reloadWhenQuiet(NOON.plusSeconds(2))).isTrue();
    assertThat(waitDays(shelf)).isEqualTo(20);
  }

  @Test
  void takesACallWhoseFolderIsALink() throws IOException {
    Path kept = Files.move(forms.resolve(ID.value()), temp.resolve("kept"));
    Files.createSymbolicLink(forms.resolve(ID.value()), kept);
    CallShelf shelf = shelf(call -> List.of());
    yaml = kept.resolve("call.yaml");
    edit("waitDays: 15", "waitDays: 20");
    shelf.reloadWhenQuiet(NOON);
    assertThat(shelf.reloadWhenQuiet(NOON.plusSeconds(2))).isTrue();
    assertThat(waitDays(shelf)).isEqualTo(20);
  }

  @Test
  void tellsOfAFolderThatCanBeNoCall() throws IOException {
    Files.createDirectory(forms.resolve("New Folder"));
    assertThat(shelf(call -> List.of()).faults()).containsOnlyKeys("New Folder");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sx-bqw-2020",
        "SX-BQW-2020 ",
        "晋人社厅函〔2020〕131号",
        "晋人社厅函[2020]131 号",
        "晋人社厅函（2020）131号",
        "晋人社厅函﹝２０２０﹞131号",
        "《关于开展 2020年百千万人才工程国家级人选推荐工作的通知》（晋人社厅函【2020】131号）",
        "关于开展2020年百千万人才工程国家级人选推荐工作的通知"
      })
  void knowsTheCallByIdTitleOrNumberInAnyBrackets(String words) {
    assertThat(shelf(call -> List.of()).match(words)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "通知", "百千万", "晋人社厅函〔2020〕13号", "晋人社厅函〔2023〕138号"})
  void guessesNoCallFromLess(String words) {
    assertThat(shelf(call -> List.of()).match(words)).isEmpty();
  }

  @Test
  void choosesNoneWhenTwoCallsBearTheSameNumber() throws IOException {
    Samples.copy(forms.resolve(ID.value()), forms.resolve("sx-bqw-2020-b"));
    assertThat(shelf(call -> List.of()).match("晋人社厅函〔2020〕131号")).isEmpty();
    assertThat(shelf(call -> List.of()).match("sx-bqw-2020-b")).isPresent();
  }

  @Test
  void putsADraftIntoTheFolderAndTakesItAtOnce() throws IOException {
    CallShelf shelf = shelf(call -> List.of());
    CallFiles before = shelf.standing(ID).orElseThrow();
    Map<String, String> texts = new HashMap<>(before.editable());
    texts.computeIfPresent("call.yaml", (name, text) -> text.replace("hold: PT30M", "hold: PT45M"));
    texts.put("notices/RECEIPT.txt", "收到。");
    Call live = shelf.replace(ID, base(before), texts);
    assertThat(live.letters().hold()).isEqualTo(Duration.ofMinutes(45));
    assertThat(version(shelf)).isEqualTo(live.version());
    assertThat(shelf.standing(ID)).map(CallFiles::version).contains(live.version());
    assertThat(version(shelf(call -> List.of()))).isEqualTo(live.version());

    shelf.replace(ID, base(shelf.standing(ID).orElseThrow()), before.editable());
    assertThat(version(shelf)).isEqualTo(before.version());
    assertThat(yaml.resolveSibling("notices/RECEIPT.txt")).doesNotExist();
    assertThat(shelf.former(ID, live.version()).orElseThrow().texts())
        .containsEntry("notices/RECEIPT.txt", "收到。");
  }

  /** What a power cut leaves: one file of two, and the mark. */
  @Test
  void takesNoCallThatIsHalfWrittenAndFinishesIt() throws IOException {
    CallShelf shelf = shelf(call -> List.of());
    CallFiles before = shelf.standing(ID).orElseThrow();
    Map<String, String> texts = new HashMap<>(before.editable());
    texts.computeIfPresent("call.yaml", (name, text) -> text.replace("hold: PT30M", "hold: PT45M"));
    texts.put("notices/RECEIPT.txt", "收到。");
    Files.createFile(yaml.resolveSibling(".publishing"));
    edit("hold: PT30M", "hold: PT45M");

    CallShelf restarted = shelf(call -> List.of());
    assertThat(version(restarted)).isEqualTo(before.version());
    assertThat(restarted.faults().get(ID.value()))
        .singleElement()
        .satisfies(fault -> assertThat(fault.zh()).contains("没有写完"));

    Call live = restarted.replace(ID, base(before), texts);
    assertThat(live.letters().wording()).containsEntry("RECEIPT", "收到。");
    assertThat(restarted.faults()).isEmpty();
    restarted.reload();
    assertThat(version(restarted)).isEqualTo(live.version());
  }

  @Test
  void writesNothingOverWhatSomebodyElseWroteOrWhatWouldFail() throws IOException {
    CallShelf shelf = shelf(call -> List.of());
    CallFiles before = shelf.standing(ID).orElseThrow();
    Map<String, String> texts = new HashMap<>(before.editable());
    texts.computeIfPresent("call.yaml", (name, text) -> text.replace("mode: scan", "mode: fax"));
    assertThatThrownBy(() -> shelf.replace(ID, base(before), texts))
        .isInstanceOfSatisfying(
            Refusal.class, r -> assertThat(r.chinese()).contains("call.yaml 第"));
    edit("hold: PT30M", "hold: PT40M");
    assertThatThrownBy(() -> shelf.replace(ID, base(before), Map.of("call.yaml", "x: y")))
        .isInstanceOfSatisfying(
            Refusal.class, r -> assertThat(r.chinese()).contains("又被改动：call.yaml"));
    assertThat(yaml.resolveSibling(".publishing")).doesNotExist();
    assertThat(yaml).content(StandardCharsets.UTF_8).contains("mode: scan", "hold: PT40M");
  }

  @Test
  void holdsAnEditWhileADeadlineIsNearUntilItIsReleasedOrTheNightIsOver() throws IOException {
    near = true;
    CallShelf shelf = shelf(call -> List.of());
    assertThat(waitDays(shelf)).as("the first version that is seen runs").isEqualTo(15);
    final CallVersion running = version(shelf);
    edit("waitDays: 15", "waitDays: 20");
    shelf.reload();
    assertThat(waitDays(shelf)).isEqualTo(15);
    HeldEdits.Held held = shelf.held().get(0);
    assertThat(held.running()).isEqualTo(running);
    assertThat(held.next().paper().waitDays()).isEqualTo(20);

    CallShelf restarted = shelf(call -> List.of());
    assertThat(waitDays(restarted)).as("across restarts too").isEqualTo(15);
    assertThat(restarted.held()).hasSize(1);
    assertThat(restarted.release(ID, running)).as("not what is held").isFalse();
    assertThat(waitDays(restarted)).isEqualTo(15);
    assertThat(restarted.release(ID, held.version())).isTrue();
    assertThat(waitDays(restarted)).isEqualTo(20);
    assertThat(restarted.held()).isEmpty();

    edit("waitDays: 20", "waitDays: 25");
    restarted.reload();
    assertThat(waitDays(restarted)).isEqualTo(20);
    near = false;
    assertThat(restarted.reloadWhenQuiet(NOON)).as("the night is over").isTrue();
    assertThat(waitDays(restarted)).isEqualTo(25);
    assertThat(restarted.held()).isEmpty();
  }

  @Test
  void endsNoCallNearItsDeadlineWhoseFolderIsGoneUntilSomebodyConfirms() throws IOException {
    near = true;
    CallShelf shelf = shelf(call -> List.of());
    final CallVersion running = version(shelf);
    Path elsewhere = Files.move(forms.resolve(ID.value()), temp.resolve("elsewhere"));
    shelf.reload();
    assertThat(version(shelf)).as("goes on").isEqualTo(running);
    assertThat(shelf.held()).singleElement().matches(HeldEdits.Held::isRemoval);

    CallShelf restarted = shelf(call -> List.of());
    assertThat(version(restarted)).as("across restarts too").isEqualTo(running);
    Files.move(elsewhere, forms.resolve(ID.value()));
    restarted.reload();
    assertThat(restarted.held()).as("put back").isEmpty();

    Files.move(forms.resolve(ID.value()), elsewhere);
    restarted.reload();
    assertThat(restarted.release(ID, running)).as("not what is held").isFalse();
    assertThat(restarted.release(ID, HeldEdits.Held.REMOVAL)).isTrue();
    assertThat(restarted.live()).isEmpty();
    assertThat(shelf(call -> List.of()).live()).as("nor after a restart").isEmpty();
  }

  @Test
  void endsACallWhoseFolderIsGoneWhenTheNightIsOver() throws IOException {
    near = true;
    CallShelf shelf = shelf(call -> List.of());
    Files.move(forms.resolve(ID.value()), temp.resolve("elsewhere"));
    shelf.reload();
    near = false;
    assertThat(shelf.reloadWhenQuiet(NOON)).isTrue();
    assertThat(shelf.live()).isEmpty();
    near = true;
    assertThat(shelf(call -> List.of()).live()).as("it had ended before").isEmpty();
  }

  @Test
  void findsNoFormerVersionByAPath() {
    CallShelf shelf = shelf(call -> List.of());
    assertThat(shelf.former(ID, version(shelf))).isPresent();
    assertThat(shelf.former(ID, new CallVersion("../../forms/sx-bqw-2020"))).isEmpty();
    assertThat(shelf.former(ID, new CallVersion("live"))).isEmpty();
  }

  private static Draft.Base base(CallFiles standing) {
    return new Draft.Base(Optional.of(standing.version()), standing.digests());
  }

  private CallShelf shelf(Function<LoadedCall, List<CallFault>> cases) {
    return new CallShelf(Loaders.loader(), forms, temp.resolve("calls"), cases, call -> near);
  }

  private void edit(String from, String to) throws IOException {
    String text = Files.readString(yaml, StandardCharsets.UTF_8);
    assertThat(text).contains(from);
    Files.writeString(yaml, text.replace(from, to), StandardCharsets.UTF_8);
  }

  private static int waits(LoadedCall call) {
    return call.call().paper().waitDays();
  }

  private static int waitDays(CallShelf shelf) {
    return shelf.find(ID).orElseThrow().paper().waitDays();
  }

  private static CallVersion version(CallShelf shelf) {
    return shelf.find(ID).orElseThrow().version();
  }
}
