package cn.baosong.core.call;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * One intake window of a notice as data: who delivers to which office, by when, by which channel,
 * with which consequence. Nothing of it stands in Java.
 *
 * @param person the form fields that identify a candidate
 * @param correctionTerm working days that a returned dossier has, from sending of the letter
 *     (decisions.md 8)
 * @param reportFields unit-level facts that a list states above its header row, such as 公示开始日期
 * @param secrecy what the notice says of classified material, verbatim; may be empty
 * @param categoryField form field that holds the category or tier; empty when the call has none
 * @param returnPolicy what the notice says of materials going back, verbatim; may be empty
 * @param parent the window that a list accepted here is later submitted to
 * @param selected lists of persons selected before, whom the notice leaves out
 * @param otherwise the same call under other readings of its ambiguities
 */
public record Call(
    CallId id,
    CallVersion version,
    Heading heading,
    Office office,
    Admission admission,
    List<Deadline> deadlines,
    Lateness lateness,
    Form form,
    PersonFields person,
    List<String> reportFields,
    List<Rule> rules,
    List<Material> materials,
    List<Procedure> procedures,
    List<Quota> quotas,
    PaperPolicy paper,
    Clause secrecy,
    List<Department> departments,
    Optional<String> categoryField,
    LetterPolicy letters,
    RulingPolicy rulings,
    int correctionTerm,
    Clause returnPolicy,
    List<Ambiguity> ambiguities,
    Optional<Parent> parent,
    List<SelectedList> selected,
    List<Otherwise> otherwise) {
  public Call {
    deadlines = List.copyOf(deadlines);
    reportFields = List.copyOf(reportFields);
    rules = List.copyOf(rules);
    materials = List.copyOf(materials);
    procedures = List.copyOf(procedures);
    quotas = List.copyOf(quotas);
    departments = List.copyOf(departments);
    ambiguities = List.copyOf(ambiguities);
    selected = List.copyOf(selected);
    otherwise = List.copyOf(otherwise);
  }

  /** The ambiguity that concerns an option key, if the call names one. */
  public Optional<Ambiguity> ambiguity(String key) {
    return ambiguities.stream().filter(a -> a.key().equals(key)).findFirst();
  }

  /**
   * The quotas of each unit of a kind: those that name it, and those that name no kind where none
   * of the same category names it.
   */
  public List<Quota> quotasOf(String kind) {
    return ofEachUnit().filter(quota -> binds(quota, kind)).toList();
  }

  /** The quotas that units of a kind share with all others. */
  public List<Quota> pools(String kind) {
    return quotas.stream()
        .filter(quota -> quota.per() == Quota.Per.CALL)
        .filter(quota -> quota.unitKinds().isEmpty() || quota.unitKinds().contains(kind))
        .toList();
  }

  private Stream<Quota> ofEachUnit() {
    return quotas.stream().filter(quota -> quota.per() == Quota.Per.UNIT);
  }

  private boolean binds(Quota quota, String kind) {
    return quota.unitKinds().contains(kind)
        || (quota.unitKinds().isEmpty()
            && ofEachUnit()
                .filter(other -> other.category().equals(quota.category()))
                .noneMatch(other -> other.unitKinds().contains(kind)));
  }

  /** The department for a kind of unit and a category: the one that names them most precisely. */
  public Optional<Department> departmentFor(String unitKind, Optional<String> category) {
    return Scope.narrowest(
        departments.stream().filter(d -> d.scope().holds(unitKind, category)).toList(),
        Department::scope);
  }

  /** The deadline of a part for a kind of unit and a channel: the one that names them best. */
  public Optional<Deadline> deadlineFor(Part part, String unitKind, String channel) {
    return Scope.narrowest(
        deadlines.stream()
            .filter(d -> d.part() == part)
            .filter(d -> d.scope().holds(unitKind, Optional.of(channel)))
            .toList(),
        Deadline::scope);
  }

  /** The readings of an option that are in play; the given one where the call does not name it. */
  public List<String> readings(String key, String otherwise) {
    return ambiguity(key).map(Ambiguity::inPlay).orElse(List.of(otherwise));
  }

  /** This call with nothing but the readings in play: it decides the same and tells less. */
  public Call onlyInPlay() {
    return with(paper, selected, otherwise.stream().filter(Otherwise::inPlay).toList());
  }

  /** This call, were its paper handled otherwise. */
  public Call with(UnaryOperator<PaperPolicy> policy) {
    return with(policy.apply(paper), selected, each(call -> call.with(policy)));
  }

  /** This call with other lists of persons selected before. */
  public Call with(List<SelectedList> lists) {
    return with(paper, lists, each(call -> call.with(lists)));
  }

  /** This call with other readings beside it. */
  public Call besides(List<Otherwise> readings) {
    return with(paper, selected, readings);
  }

  private List<Otherwise> each(UnaryOperator<Call> change) {
    return otherwise.stream()
        .map(other -> new Otherwise(other.departs(), other.inPlay(), change.apply(other.call())))
        .toList();
  }

  private Call with(PaperPolicy policy, List<SelectedList> lists, List<Otherwise> readings) {
    return new Call(
        id,
        version,
        heading,
        office,
        admission,
        deadlines,
        lateness,
        form,
        person,
        reportFields,
        rules,
        materials,
        procedures,
        quotas,
        policy,
        secrecy,
        departments,
        categoryField,
        letters,
        rulings,
        correctionTerm,
        returnPolicy,
        ambiguities,
        parent,
        lists,
        readings);
  }
}
