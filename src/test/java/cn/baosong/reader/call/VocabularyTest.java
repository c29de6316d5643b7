package cn.baosong.reader.call;

import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.core.call.Basis;
import cn.baosong.core.call.Call;
import cn.baosong.core.call.CallFault;
import cn.baosong.core.call.CallId;
import cn.baosong.core.call.Deadline;
import cn.baosong.core.call.Quota;
import cn.baosong.reader.call.Loading.Broken;
import cn.baosong.reader.call.Loading.Loaded;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What notices say though the shipped ones do not: how it is written, and what is refused. */
class VocabularyTest {
  private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

  @TempDir Path temp;
  private Path folder;

  @BeforeEach
  void copyTheShippedCall() throws IOException {
    folder = temp.resolve("sx-bqw-2020");
    Samples.copy(Path.of("forms/sx-bqw-2020"), folder);
    Files.delete(folder.resolve("cases.yaml"));
  }

  @ParameterizedTest
  @CsvSource({
    "17:00, 2020-03-31, 17:00",
    "24:00, 2020-03-31, ",
    "00:00, 2020-03-30, ",
    "'\"17:30:15\"', 2020-03-31, 17:30:15",
  })
  void endsTheDayWhenTheNoticeSays(String time, LocalDate day, LocalTime end) throws IOException {
    Deadline paper =
        with("basis: POSTMARK", "basis: POSTMARK\n    time: " + time).deadlines().get(0);

    assertThat(paper.date()).isEqualTo(day);
    assertThat(paper.timeOfDay()).isEqualTo(Optional.ofNullable(end));
    assertThat(paper.dayInclusive()).containsExactly(true);
  }

  @ParameterizedTest
  @CsvSource({
    "2020-03-02, 2020-03-01T16:00:00Z",
    "2020-03-02 09:30, 2020-03-02T01:30:00Z",
    "2020-03-02T09:30:15, 2020-03-02T01:30:15Z",
    "2020-03-02T09:30:00+09:00, 2020-03-02T00:30:00Z",
    "2020-03-02T09:30:00Z, 2020-03-02T09:30:00Z",
  })
  void opensWhenTheNoticeSays(String written, Instant opens) throws IOException {
    Deadline paper =
        with("basis: POSTMARK", "basis: POSTMARK\n    opens: " + written).deadlines().get(0);

    assertThat(paper.opens(BEIJING)).contains(opens);
  }

  @Test
  void readsAPostalRuleByArrivalAsAFactAndAsAReading() throws IOException {
    assertThat(with("basis: POSTMARK", "basis: ARRIVAL_POSTMARK").deadlines().get(0).basis())
        .containsExactly(Basis.ARRIVAL_POSTMARK);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          paper: {admitted: [courier]}                                | post counter
          paper: {forbidden: [counter]}                               | counter
          electronic: {admitted: [email, folder]}                     | ftp sftp web api
          'paper: {admitted: [courier]}, electronic: {forbidden: [ftp]}' | post counter ftp
          forbidden: [counter, web]                                   | counter web
          admitted: [email, folder, api, web, post, courier]          | ftp sftp counter
          """)
  void shutsTheWaysThatTheNoticeShutsAndNoOthers(String channels, String shut) throws IOException {
    Call call = with("  mailboxes: [jqczjzk@sina.com, zjglfwzx@163.com]", "  " + flow(channels));

    assertThat(call.admission().forbiddenChannels()).isEqualTo(Set.of(shut.split(" ")));
  }

  @Test
  void readsALimitThatAllShareAndOneThatThereIsNot() throws IOException {
    Call call =
        with(
            "quotas:\n",
            """
            quotas:
              - id: pool
                per: CALL
                limit: 14
                clause: 分配给我省百千万人才工程国家级人选推荐候选人指标为14人
              - id: free
                units: [DEV_ZONE]
                limit: none
                clause: 可推荐1-2名
            """);

    assertThat(call.pools("CITY_HR")).extracting(Quota::id).containsExactly("pool");
    assertThat(call.quotasOf("DEV_ZONE"))
        .singleElement()
        .satisfies(quota -> assertThat(quota.limit()).isEmpty());
    assertThat(call.quotasOf("CITY_HR"))
        .singleElement()
        .satisfies(quota -> assertThat(quota.limit()).contains(2));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          '    basis: POSTMARK'    | time: 17点                          | deadlines[0].time         | 时刻应写成
          '    basis: POSTMARK'    | time: "24:01"                       | deadlines[0].time         | 时刻应写成
          '    time: 24:00'        | dayInclusive: false                 | deadlines[0].dayInclusive | 已写明时刻
          '    basis: POSTMARK'    | opens: 3月1日                        | deadlines[0].opens        | 开始接收应写成
          '    basis: POSTMARK'    | opens: 2020-02-30                   | deadlines[0].opens        | 没有这一天
          '    basis: POSTMARK'    | opens: 2020-04-01                   | deadlines[0].opens        | 开始接收晚于截止
          '    limit: 15'          | per: CALL                           | quotas[0].force           | 合用的名额只提示
          '    limit: 15'          | 'per: EACH'                         | quotas[0].per             | 只能填
          """)
  void namesTheKeyOfWhatCannotBe(String after, String line, String key, String sentence)
      throws IOException {
    if (after.contains("time: 24:00")) {
      edit("    basis: POSTMARK", "    basis: POSTMARK\n" + after);
    }
    edit(after, after + "\n    " + line);

    told(key, sentence);
  }

  @ParameterizedTest
  @CsvSource({
    "'', ''",
    "'    units: [CITY_HR]', '    channels: [post]'",
    "'    units: [CITY_HR, EDU_DEPT]', '    units: [CITY_HR, DEV_ZONE]'",
  })
  void refusesTwoDeadlinesOfWhichNeitherIsMorePrecise(String one, String other) throws IOException {
    edit("  - part: ELECTRONIC", "  - part: PAPER\n" + other);
    edit("    basis: POSTMARK", "    basis: POSTMARK\n" + one);

    told("deadlines[1]", "分不出哪一条更具体");
  }

  @Test
  void takesAThirdDeadlineThatSettlesForBoth() throws IOException {
    edit(
        "  - part: ELECTRONIC",
        """
          - {part: PAPER, date: 2020-03-20, basis: RECEIPT, channels: [counter], clause: 2020年3月31日前}
          - part: PAPER
            units: [CITY_HR]
            date: 2020-03-20
            basis: RECEIPT
            channels: [counter]
            clause: 2020年3月31日前
          - part: ELECTRONIC
        """
            .stripTrailing());
    Call call = with("    basis: POSTMARK", "    basis: POSTMARK\n    units: [CITY_HR]");

    assertThat(call.deadlines()).hasSize(4);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          'paper: {admitted: [email]}'                       | channels.paper.admitted[0] | 只能填
          'paper: {admitted: [post], forbidden: [counter]}'  | channels.paper.forbidden   | 只能写一个
          'admitted: [post, email], paper: {forbidden: [counter]}' | channels.admitted    | 不能再合写
          """)
  void namesTheKeyOfChannelsThatContradictEachOther(String channels, String key, String sentence)
      throws IOException {
    edit("  mailboxes: [jqczjzk@sina.com, zjglfwzx@163.com]", "  " + flow(channels));

    told(key, sentence);
  }

  @Test
  void refusesDepartmentsOfWhichNeitherIsMorePreciseAndKindsWithoutOne() throws IOException {
    edit("  - id: sx-zjfw\n", "  - {id: other, name: 另一处}\n  - id: sx-zjfw\n");
    told("departments[1]", "分不出哪一条更具体");

    edit(
        "  - {id: other, name: 另一处}\n  - id: sx-zjfw\n",
        "  - id: sx-zjfw\n    units: [EDU_DEPT]\n");
    told("departments", "没有承办处室");
  }

  /** Keys of a flow mapping, each on its own line. */
  private static String flow(String keys) {
    return keys.replace("}, ", "}\n  ").replace("], paper", "]\n  paper");
  }

  private Call with(String from, String to) throws IOException {
    edit(from, to);
    Loading loading = Loaders.loader().load(new CallId("sx-bqw-2020"), folder);
    assertThat(loading).as("%s", loading).isInstanceOf(Loaded.class);
    return ((Loaded) loading).call().call();
  }

  private void told(String key, String sentence) {
    Loading loading = Loaders.loader().load(new CallId("sx-bqw-2020"), folder);
    assertThat(loading).isInstanceOf(Broken.class);
    List<CallFault> faults = ((Broken) loading).faults();
    assertThat(faults)
        .as("%s", faults)
        .anyMatch(fault -> fault.key().equals(key) && fault.zh().contains(sentence));
  }

  private void edit(String from, String to) throws IOException {
    Path file = folder.resolve("call.yaml");
    String text = Files.readString(file, StandardCharsets.UTF_8);
    int at = text.indexOf(from);
    assertThat(at).as(from).isNotNegative();
    Files.writeString(
        file,
        text.substring(0, at) + to + text.substring(at + from.length()),
        StandardCharsets.UTF_8);
  }
}
