package cn.baosong.reader.lint;

import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.core.call.CallId;
import cn.baosong.core.call.WorkingDays;
import cn.baosong.reader.call.CallLoader;
import cn.baosong.reader.call.FormsReading;
import cn.baosong.reader.call.LoadedCall;
import cn.baosong.reader.data.ReferenceData;
import cn.baosong.reader.feel.Conditions;
import cn.baosong.reader.feel.Lookups;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LintsTest {
  private static final ReferenceData TABLES = ReferenceData.bundled();

  @TempDir private Path forms;
  private Path routes = Path.of("routes");

  /** Call | what stands there | what an author makes of it | code | key whose line is named. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          sx-bqw-2020 | '  date: 2020-03-07' | '  date: 2020-04-07' | DEADLINE_BEFORE_NOTICE | deadlines[0].date
          sx-bqw-2020 | '  date: 2020-03-07' | '' | DATE_MISSING | notice.date
          sx-bqw-2020 | '  number: 晋人社厅函〔2020〕131号' | '' | NUMBER_MISSING | notice.number
          sx-bqw-2020 | '  date: 2020-03-07' | '  issuerInferred: true' | ISSUER_INFERRED | notice.issuerInferred
          sx-bqw-2020 | 'date: 2020-03-31' | 'date: 2020-03-28' | DAY_OFF | deadlines[0].date
          sx-bqw-2020 | 'date: 2020-03-31' | 'date: 2035-03-30' | CALENDAR_MISSING | deadlines[0].date
          sx-bqw-2020 | 'date: 2020-03-31' | 'inferred: true~    date: 2020-03-31' | YEAR_INFERRED | deadlines[0].date
          sx-bqw-2020 | 'secrecy: {place' | 'parent: elsewhere~secrecy: {place' | PARENT_MISSING | parent.call
          sx-bqw-2020 | 'secrecy: {place' | 'parent: {call: sx-tj-2023, as: NOBODY}~secrecy: {place' | PARENT_KIND_MISSING | parent.as
          sx-bqw-2020 | '~quotas:' | '~totals: [{name: 合计, stated: 24, parts: [edu, health], clause: 一}]~quotas:' | TOTALS_DIFFER | totals[0]
          sx-bqw-2020 | '    copies: 3' | '' | COPIES_INFERRED | materials[3]
          sx-bqw-2020 | '  - id: others # 没有另列指标的单位都按这一条' | '  - id: others~    units: [CITY_HR, PROV_DEPT, DEV_ZONE]' | QUOTA_MISSING | submitters.kinds.ENTERPRISE_INSTITUTION
          nm-xsd-2023-t12 | '    category: 一层次' | '    category: 二层次' | QUOTA_MISSING | quotas
          sx-bqw-2020 | '    must: 获其他' | '    when: 性别 = "男" and 性别 = "女"~    must: 获其他' | RULE_UNREACHABLE | rules[3].when
          sx-bqw-2020 | '    must: 获其他' | '    when: not(性别 in ("男", "女")) and 已填(性别)~    must: 获其他' | RULE_UNREACHABLE | rules[3].when
          sx-tj-2023 | '    must: 从事本职业年限 >= 5' | '    must: 从事本职业年限 >= 5 and 从事本职业年限 < 5' | RULE_UNMEETABLE | rules[2].must
          nm-xsd-2023-t12 | '申报层次 = "一层次" and 是否同意调剂 = true' | '申报层次 = "一层次" and 申报层次 = "二层次"' | RULE_UNREACHABLE | rules[7].when
          nm-xsd-2023-t12 | '    when: 申报层次 = "一层次"~    must: 不早于' | '    when: 不早于(出生日期, "1973-01-02") and 不晚于(出生日期, "1973-01-01")~    must: 不早于' | RULE_UNREACHABLE | rules[0].when
          sx-bqw-2020 | '    must: 获其他' | '    when: 获其他国家人才计划支持 = false~    must: 获其他' | RULE_IDLE | rules[3].must
          nm-bqw-2017 | '    must: 职称不低于(专业技术职称, "副高")' | '    must: 不早于(出生日期, "1957-01-01")' | RULE_COVERED | rules[0]
          sx-tj-2023 | '    must: 已享受政府特殊津贴 = false' | '    must: 党政军群机关工作人员  =  false' | RULE_COVERED | rules[10]
          nm-xsd-2023-t12 | '    must: 任党政领导后不再直接从事专业技术工作 = false' | '    must: 党政机关工作人员 = false' | RULE_COVERED | rules[5]
          sx-bqw-2020 | '恰为(出生日期, "1970-01-01")' | '恰为(出生日期, "1969-12-31")' | NEVER_TRUE | rules[1].remarkWhen
          sx-bqw-2020 | 'waivedWhen: 涉密人员 = true' | 'waivedWhen: 涉密人员 = true and 涉密人员 = false' | NEVER_TRUE | procedures[1].waivedWhen
          sx-bqw-2020 | '    suffixes: [rpu]' | '    when: 含(申报条件, "一") and not(含(申报条件, "一"))~    suffixes: [rpu]' | NEVER_TRUE | materials[4].when
          sx-tj-2023 | '(入选百千万人才年份 = 2019 or 入选百千万人才年份 = 2020)' | '入选百千万人才年份 = 2019 and 入选百千万人才年份 = 2020' | NEVER_TRUE | quotas[0].exempt
          nm-xsd-2023-t12 | '旗县以下基层单位 = true or 非公有制领域 = true' | '旗县以下基层单位 = true and 旗县以下基层单位 = false' | NEVER_TRUE | quotas[1].composition.among
          nm-xsd-2023-t12 | '  date: 2023-09-11' | '  date: 2023-10-07' | PUBLICITY_INFEASIBLE | procedures[4].minDays
          sx-bqw-2020 | '    under: {A08: none}' | '    under: {A08: none}~    minDays: 26' | PUBLICITY_INFEASIBLE | procedures[1].minDays
          sx-bqw-2020 | 'secrecy: {place' | 'rulings: {secondPerson: [REJECT, ACCEPT, ACCEPT_AGAINST_FINDING]}~secrecy: {place' | RULING_COVERED | rulings.secondPerson
          sx-bqw-2020 | 'secrecy: {place' | 'rulings: {secondPerson: [REFER_TO]}~secrecy: {place' | RULING_IDLE | rulings.secondPerson
          sx-bqw-2020 | '  - id: sx-zjfw' | '  - id: sx-zjfw~    endpoint: nowhere-sftp' | ENDPOINT_MISSING | departments[0].endpoint
          """)
  void tellsWhatIsOddWithItsPlaceInBothLanguages(
      String id, String from, String to, WarningCode code, String key) throws IOException {
    Path file = edited(id, lines(from), lines(to));
    List<Warning> found = warnings(id);
    assertThat(found)
        .as("%s", found)
        .filteredOn(w -> w.code() == code && w.key().equals(key))
        .singleElement()
        .satisfies(
            w -> {
              assertThat(w.file()).isEqualTo("call.yaml");
              assertThat(w.zh()).matches("(?s).*\\p{IsHan}.*");
              assertThat(w.en()).isNotBlank().doesNotContainPattern("^\\p{IsHan}");
              assertThat(w.line()).isBetween(1, (int) Files.readString(file).lines().count());
            });
  }

  /** Call | what stands there | what it becomes | the code that it does not deserve. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          sx-bqw-2020 | '    must: 获其他' | '    when: 性别 = "男" or 性别 = "女"~    must: 获其他' | RULE_UNREACHABLE
          sx-bqw-2020 | '    must: 获其他' | '    when: contains(工作单位, "甲") and contains(工作单位, "乙")~    must: 获其他' | RULE_UNREACHABLE
          sx-bqw-2020 | '    must: 获其他' | '    when: 不早于(出生日期, "1980-01-01") and 不晚于(出生日期, "1980-01-01")~    must: 获其他' | RULE_UNREACHABLE
          sx-bqw-2020 | '    must: 获其他' | '    when: 工作单位 != "甲" and 工作单位 != "乙"~    must: 获其他' | RULE_UNREACHABLE
          sx-bqw-2020 | '    must: 获其他' | '    when: 含(申报条件, "一") and 含(申报条件, "四")~    must: 获其他' | RULE_UNREACHABLE
          sx-tj-2023 | '    must: 从事本职业年限 >= 5' | '    must: 从事本职业年限 > 5 and 从事本职业年限 < 7' | RULE_UNMEETABLE
          sx-bqw-2020 | '    must: 获其他' | '    when: 已填(获其他国家人才计划支持)~    must: 获其他' | RULE_IDLE
          nm-bqw-2017 | '    must: 职称不低于(专业技术职称, "副高")' | '    must: 不早于(出生日期, "1957-01-01") and 性别 = "男"' | RULE_COVERED
          nm-xsd-2023-t12 | '  date: 2023-09-11' | '  date: 2023-09-25' | PUBLICITY_INFEASIBLE
          nm-xsd-2023-t12 | '  date: 2023-09-11' | '' | PUBLICITY_INFEASIBLE
          sx-bqw-2020 | '    under: {A08: none}' | '    under: {A08: none}~    minDays: 25' | PUBLICITY_INFEASIBLE
          sx-bqw-2020 | '  mode: scan' | '  mode: none' | COPIES_INFERRED
          sx-bqw-2020 | 'secrecy: {place' | 'rulings: {secondPerson: [REJECT, ACCEPT_AGAINST_FINDING]}~secrecy: {place' | RULING_COVERED
          sx-bqw-2020 | 'secrecy: {place' | 'rulings: {secondPerson: [REJECT, WITHDRAW]}~secrecy: {place' | RULING_IDLE
          sx-bqw-2020 | '  - id: sx-zjfw' | '  - id: sx-zjfw~    endpoint: deliver-folder' | ENDPOINT_MISSING
          """)
  void warnsOfNothingThatIsNotCertain(String id, String from, String to, WarningCode code)
      throws IOException {
    edited(id, lines(from), lines(to));
    assertThat(warnings(id)).extracting(Warning::code).doesNotContain(code);
  }

  @Test
  void namesTheEarliestEndInBothWaysOfCounting() throws IOException {
    edited("nm-xsd-2023-t12", "  date: 2023-09-11", "  date: 2023-10-07");
    assertThat(warnings("nm-xsd-2023-t12"))
        .filteredOn(w -> w.code() == WarningCode.PUBLICITY_INFEASIBLE)
        .singleElement()
        .satisfies(w -> assertThat(w.zh()).contains("推荐单位公示", "2023-10-18", "2023-10-20"));
  }

  @Test
  void namesTheKameletThatARouteWants(@TempDir Path own) throws IOException {
    routes = own;
    edited("sx-bqw-2020", "  - id: sx-zjfw", "  - id: sx-zjfw\n    endpoint: to-sftp");
    Files.writeString(
        own.resolve("to-sftp.camel.yaml"),
        "- route:\n    id: to-sftp\n    steps:\n      - to: {uri: kamelet, parameters: {templateId: department-sftp}}\n");
    assertThat(endpoint()).singleElement().asString().contains("department-sftp");
    Files.createDirectories(own.resolve("kamelets"));
    Files.writeString(own.resolve("kamelets/department-sftp.kamelet.yaml"), "");
    assertThat(endpoint()).isEmpty();
    routes = own.resolve("elsewhere");
    assertThat(endpoint()).singleElement().asString().contains("--routes");
  }

  private List<String> endpoint() {
    return warnings("sx-bqw-2020").stream()
        .filter(w -> w.code() == WarningCode.ENDPOINT_MISSING)
        .map(Warning::en)
        .toList();
  }

  private Path edited(String id, String from, String to) throws IOException {
    Path folder = Files.createDirectory(forms.resolve(id));
    try (Stream<Path> files = Files.list(Path.of("forms", id))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, folder.resolve(file.getFileName().toString()));
      }
    }
    Path call = folder.resolve("call.yaml");
    String text = Files.readString(call, StandardCharsets.UTF_8);
    assertThat(text).contains(from);
    return Files.writeString(call, text.replace(from, to), StandardCharsets.UTF_8);
  }

  private List<Warning> warnings(String id) {
    CallLoader loader =
        new CallLoader(
            new Conditions(
                new Lookups(
                    TABLES.titles(), TABLES.degrees(), TABLES.skills(), TABLES.workingDays())));
    FormsReading reading = FormsReading.of(loader, forms);
    assertThat(reading.faults()).as("%s", reading.faults()).isEmpty();
    LoadedCall call = reading.sound().get(0);
    assertThat(call.call().id()).isEqualTo(new CallId(id));
    WorkingDays days = TABLES.workingDays();
    return Lints.warnings(
        new Draft(call, FormsReading.of(loader, Path.of("forms")), days, Optional.of(routes)));
  }

  private static String lines(String written) {
    return written == null ? "" : written.replace('~', '\n');
  }
}
