package cn.baosong.reader.call;

import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.core.call.Ambiguity;
import cn.baosong.core.call.Basis;
import cn.baosong.core.call.Call;
import cn.baosong.core.call.CallId;
import cn.baosong.core.call.Consequence;
import cn.baosong.core.call.Force;
import cn.baosong.core.call.FormData;
import cn.baosong.core.call.Rule;
import cn.baosong.core.call.Truth;
import cn.baosong.core.call.Value;
import cn.baosong.reader.call.Loading.Loaded;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShanxiCallTest {
  private static final Path FOLDER = Path.of("forms/sx-bqw-2020");
  private final Call call = load();

  @Test
  void bindsThePaperToItsPostmarkAndRefusesWhatIsLate() {
    assertThat(call.deadlines().get(0).basis()).isEqualTo(Set.of(Basis.POSTMARK));
    assertThat(call.deadlines().get(0).dayInclusive()).isEqualTo(Set.of(true));
    assertThat(call.lateness().consequences()).containsExactly(Consequence.NOT_ACCEPTED);
    assertThat(call.deadlines()).extracting("decisive").containsExactly(true, false);
  }

  @Test
  void admitsFifteenEightAndTwo() {
    assertThat(call.quotas())
        .extracting(quota -> quota.limit().orElseThrow())
        .containsExactly(15, 8, 2);
    assertThat(call.quotas()).allMatch(q -> q.force() == Force.HARD);
  }

  @ParameterizedTest
  @CsvSource({
    "1970-01-01, TRUE, TRUE",
    "1969-12-31, FALSE, FALSE",
    "1970年1月1日, TRUE, TRUE",
    "1970.01, TRUE, UNDECIDED",
    "1969, FALSE, FALSE",
    "1971-05-04, TRUE, FALSE",
    "不详, UNDECIDED, UNDECIDED"
  })
  void asksOnlyForAReasonWhenSomeoneIsTooOld(String born, Truth must, Truth remark) {
    Rule age = rule("E2");
    FormData data = new FormData(Map.of("出生日期", new Value.Text(born)));
    assertThat(age.force()).isEqualTo(Force.SOFT);
    assertThat(age.must().test(data)).isEqualTo(must);
    assertThat(age.remarkWhen().orElseThrow().test(data)).isEqualTo(remark);
  }

  @Test
  void asksThatOneOfTheFourConditionsIsClaimed() {
    Rule merit = rule("E3");
    FormData claimed = call.form().fromTexts(Map.of("申报条件", "（三）"));
    assertThat(merit.force()).isEqualTo(Force.MERIT);
    assertThat(merit.must().test(claimed)).isEqualTo(Truth.TRUE);
    assertThat(merit.must().test(FormData.EMPTY)).isEqualTo(Truth.UNDECIDED);
  }

  @Test
  void leavesToAPersonWhatTheOfficeHasNotSettled() {
    assertThat(call.ambiguities().stream().filter(a -> !a.isSettled()).map(Ambiguity::id))
        .containsExactly("A03", "A04", "A07");
  }

  private Rule rule(String id) {
    return call.rules().stream().filter(r -> r.id().equals(id)).findFirst().orElseThrow();
  }

  private static Call load() {
    Loading loading = Loaders.loader().load(new CallId("sx-bqw-2020"), FOLDER);
    assertThat(loading).as("%s", loading).isInstanceOf(Loaded.class);
    return ((Loaded) loading).call().call();
  }
}
