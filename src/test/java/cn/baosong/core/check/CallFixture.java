package cn.baosong.core.check;

import cn.baosong.core.call.Admission;
import cn.baosong.core.call.Ambiguity;
import cn.baosong.core.call.Call;
import cn.baosong.core.call.CallId;
import cn.baosong.core.call.CallVersion;
import cn.baosong.core.call.Clause;
import cn.baosong.core.call.ComparedField;
import cn.baosong.core.call.Consequence;
import cn.baosong.core.call.Deadline;
import cn.baosong.core.call.Department;
import cn.baosong.core.call.Form;
import cn.baosong.core.call.GuardedRuling;
import cn.baosong.core.call.Heading;
import cn.baosong.core.call.Lateness;
import cn.baosong.core.call.LetterPolicy;
import cn.baosong.core.call.Material;
import cn.baosong.core.call.Office;
import cn.baosong.core.call.PaperPolicy;
import cn.baosong.core.call.PersonFields;
import cn.baosong.core.call.Procedure;
import cn.baosong.core.call.Quota;
import cn.baosong.core.call.Rule;
import cn.baosong.core.call.RulingPolicy;
import cn.baosong.core.call.SelectedList;
import cn.baosong.core.call.Settlement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A call in the making; the windows of the notices are made of it in {@link Windows}. */
public final class CallFixture {
  private final String id;
  private Admission admission =
      new Admission(Map.of(), Map.of(), Map.of(), Set.of(), List.of(), Clause.NONE, Clause.NONE);
  private final List<Deadline> deadlines = new ArrayList<>();
  private Lateness lateness = new Lateness(List.of(Consequence.NONE_STATED), Clause.NONE);
  private Form form = TestForm.requiring("姓名");
  private final List<Rule> rules = new ArrayList<>();
  private final List<Material> materials = new ArrayList<>();
  private final List<Procedure> procedures = new ArrayList<>();
  private final List<Quota> quotas = new ArrayList<>();
  private RulingPolicy rulings = RulingPolicy.ONE_PERSON;
  private PaperPolicy paper =
      new PaperPolicy(
          PaperPolicy.Mode.SCAN,
          List.of(),
          Optional.empty(),
          PaperPolicy.Mismatch.CORRECT,
          false,
          15);
  private List<Department> departments = List.of(department("office"));
  private Optional<String> category = Optional.empty();
  private final List<Ambiguity> ambiguities = new ArrayList<>();

  private final List<SelectedList> selected = new ArrayList<>();

  public CallFixture(String id) {
    this.id = id;
  }

  public CallFixture admitting(String... kinds) {
    admission =
        new Admission(
            java.util.Arrays.stream(kinds)
                .collect(java.util.stream.Collectors.toMap(k -> k, k -> k)),
            Map.of(),
            Map.of("NON_PUBLIC", "请向当地人力资源和社会保障部门申报。"),
            Set.of("ftp"),
            List.of(),
            new Clause("不接受FTP", "三"),
            new Clause("各市人力资源和社会保障局", "三"));
    return this;
  }

  CallFixture forbidding(String... channels) {
    admission =
        new Admission(
            admission.kinds(),
            admission.units(),
            admission.redirected(),
            Set.of(channels),
            List.of(),
            admission.channelClause(),
            admission.clause());
    return this;
  }

  public CallFixture deadline(Deadline deadline) {
    deadlines.add(deadline);
    return this;
  }

  public CallFixture late(Consequence consequence, String words) {
    lateness = new Lateness(List.of(consequence), new Clause(words, "四"));
    return this;
  }

  public CallFixture form(Form asked) {
    form = asked;
    return this;
  }

  public CallFixture rule(Rule rule) {
    rules.add(rule);
    return this;
  }

  public CallFixture selected(SelectedList list) {
    selected.add(list);
    return this;
  }

  public CallFixture material(Material material) {
    materials.add(material);
    return this;
  }

  public CallFixture procedure(Procedure procedure) {
    procedures.add(procedure);
    return this;
  }

  public CallFixture quota(Quota quota) {
    quotas.add(quota);
    return this;
  }

  public CallFixture mode(PaperPolicy.Mode mode) {
    return paper(
        new PaperPolicy(
            mode,
            paper.compared(),
            paper.consistency(),
            paper.mismatch(),
            paper.declaredSuffices(),
            paper.waitDays()));
  }

  public CallFixture mismatch(PaperPolicy.Mismatch mismatch) {
    return paper(
        new PaperPolicy(
            paper.mode(),
            paper.compared(),
            paper.consistency(),
            mismatch,
            paper.declaredSuffices(),
            paper.waitDays()));
  }

  public CallFixture paper(PaperPolicy policy) {
    paper = policy;
    return this;
  }

  public CallFixture consistent(String words, ComparedField... fields) {
    return paper(
        new PaperPolicy(
            paper.mode(),
            List.of(fields),
            Optional.of(new Clause(words, "四")).filter(Clause::isStated),
            paper.mismatch(),
            false,
            paper.waitDays()));
  }

  public CallFixture departments(String categoryField, Department... all) {
    category = Optional.of(categoryField);
    departments = List.of(all);
    return this;
  }

  public CallFixture unsettled(String key, String proposed, String... others) {
    List<String> readings = new ArrayList<>(List.of(others));
    readings.add(proposed);
    return ambiguity(
        new Ambiguity("A", key, "?", Clause.NONE, readings, Map.of(), proposed, Optional.empty()));
  }

  public CallFixture settled(String key, String reading) {
    return ambiguity(
        new Ambiguity(
            "A",
            key,
            "?",
            Clause.NONE,
            List.of(reading),
            Map.of(),
            reading,
            Optional.of(new Settlement(reading, "处长", LocalDate.of(2020, 3, 10), "会议决定"))));
  }

  private CallFixture ambiguity(Ambiguity ambiguity) {
    ambiguities.removeIf(a -> a.key().equals(ambiguity.key()));
    ambiguities.add(ambiguity);
    return this;
  }

  /** Rulings that a second person confirms. */
  public CallFixture twoPersons(GuardedRuling... rulings) {
    this.rulings = new RulingPolicy(Set.of(rulings));
    return this;
  }

  public Call make() {
    return new Call(
        new CallId(id),
        new CallVersion("v1"),
        new Heading(id, "厅", false, Optional.empty(), Optional.empty()),
        new Office("中心", "", List.of(), List.of(), Optional.empty()),
        admission,
        deadlines,
        lateness,
        form,
        new PersonFields("姓名", "身份证件号码", "出生日期"),
        List.of(),
        rules,
        materials,
        procedures,
        quotas,
        paper,
        Clause.NONE,
        departments,
        category,
        new LetterPolicy(Duration.ZERO, false, Map.of()),
        rulings,
        5,
        Clause.NONE,
        ambiguities,
        Optional.empty(),
        selected,
        List.of());
  }

  public static Department department(String id, String... categories) {
    return new Department(
        id, id, Set.of(categories), Set.of(), Optional.empty(), Optional.empty(), Optional.empty());
  }
}
