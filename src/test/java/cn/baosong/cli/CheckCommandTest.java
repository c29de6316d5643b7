package cn.baosong.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {
  @TempDir private Path forms;

  @Test
  void findsTheShippedCallsInOrder() {
    Terminal check = Terminal.run("check", "forms");
    assertThat(check.out()).contains("sx-bqw-2020", "未定 open A03");
    assertThat(check.status()).as(check.out()).isZero();
  }

  @Test
  void notesWhatTheNoticesThemselvesLeaveUnsaid() {
    String out = Terminal.run("check", "forms").out();
    assertThat(out)
        .contains(
            "2023-10-14 是休息日，下一个工作日是 2023-10-16",
            "2023-03-31 的年份是补上的",
            "没有写逾期后果",
            "不止一个：jqczjzk@sina.com、zjglfwzx@163.com",
            "日期未载明");
  }

  @Test
  void findsACallThatNobodyHasSeenInOrder() {
    Terminal check = Terminal.run("check", "src/test/resources/invented");
    assertThat(check.out()).contains("yl-msqj-2023", "yl-msqj-2023-gx");
    assertThat(check.status()).as(check.out()).isZero();
  }

  @Test
  void saysWhichCallsAreSoNearADeadlineThatAnEditWaits() {
    assertThat(Terminal.run("check", "forms").out()).doesNotContain("冻结");
    Terminal near = Terminal.run("check", "forms", "--night-before", "P12D");
    assertThat(near.out())
        .containsOnlyOnce("冻结 frozen  正在截止前后，到 2020-04-01 06:00 +08:00 为止改动须有人写明理由确认才生效")
        .contains("an edit takes effect only when a person confirms it with a reason");
    assertThat(near.status()).isZero();
    assertThat(Terminal.run("check", "forms", "--night-before", "P12D", "--json").out())
        .contains("\"frozenUntil\" : \"2020-04-01T06:00:00+08:00\"");
  }

  @Test
  void notesAParentThatIsNotThere() throws IOException {
    Path call = Forms.copyOfShanxi(forms).resolve("call.yaml");
    Forms.replace(call, "secrecy: ", "parent: {call: elsewhere, as: CITY_HR}\nsecrecy: ");
    Terminal check = Terminal.run("check", forms.toString());
    assertThat(check.out()).contains("上级通知 elsewhere 不在这里");
    assertThat(check.status()).as(check.out()).isZero();
  }

  @Test
  void notesSumsOfANoticeThatContradictEachOther() {
    String out = Terminal.run("check", "forms").out();
    assertThat(out).contains("20+20+12+10+20=82", "通知写70", "70+25=95", "通知写117");
  }

  @Test
  void refusesASumOfQuotasThatTheCallDoesNotHave() throws IOException {
    Path call = Forms.copyOfShanxi(forms);
    String total = "\ntotals: [{name: 全省, stated: 23, parts: [none], clause: 一}]\n";
    Forms.replace(call.resolve("call.yaml"), "\nquotas:", total + "quotas:");
    Terminal check = Terminal.run("check", forms.toString());
    assertThat(check.status()).isEqualTo(1);
    assertThat(check.out()).contains("totals[0].parts[0]", "没有名额“none”");
  }

  @Test
  void tellsFileLineAndKeyOfAFaultInBothLanguages() throws IOException {
    Path call = Forms.copyOfShanxi(forms);
    Forms.replace(call.resolve("call.yaml"), "date: 2020-03-31", "date: 2020-03-32");
    Terminal check = Terminal.run("check", forms.toString());
    assertThat(check.status()).isEqualTo(1);
    assertThat(check.out())
        .containsPattern(
            "sx-bqw-2020/call\\.yaml:\\d+ deadlines\\[0\\]\\.date  .*\\p{IsHan}.*\\(.+\\)");
  }

  @Test
  void failsWhenACaseOfTheCallItselfFails() throws IOException {
    Path call = Forms.copyOfShanxi(forms);
    Forms.replace(call.resolve("call.yaml"), "limit: 2", "limit: 99");
    Terminal check = Terminal.run("check", forms.toString());
    assertThat(check.status()).isEqualTo(1);
    assertThat(check.out()).containsPattern("sx-bqw-2020/cases\\.yaml:\\d+ cases\\[\\d+\\]  .*应为");
  }

  @Test
  void tellsProgramsTheSameAsJson() throws IOException {
    Path call = Forms.copyOfShanxi(forms);
    Forms.replace(call.resolve("call.yaml"), "date: 2020-03-31", "date: 2020-03-32");
    Terminal check = Terminal.run("check", forms.toString(), "--json");
    JsonNode json = new ObjectMapper().readTree(check.out());
    assertThat(json.at("/ok").asBoolean()).isFalse();
    assertThat(json.at("/calls/0/call").asText()).isEqualTo("sx-bqw-2020");
    assertThat(json.at("/calls/0/faults/0/file").asText()).isEqualTo("call.yaml");
    assertThat(json.at("/calls/0/faults/0/line").asInt()).isPositive();
    assertThat(json.at("/calls/0/faults/0/zh").asText()).isNotEmpty();
  }

  @Test
  void doesNotCallAnEmptyFolderSound() {
    assertThat(Terminal.run("check", forms.toString()).status()).isEqualTo(1);
    Terminal missing = Terminal.run("check", forms.resolve("none").toString());
    assertThat(missing.status()).isEqualTo(1);
    assertThat(missing.err()).contains("找不到通知文件夹");
    assertThat(Files.exists(forms.resolve("none"))).isFalse();
  }
}
