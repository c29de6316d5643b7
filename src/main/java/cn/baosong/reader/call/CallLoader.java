package cn.baosong.reader.call;

import cn.baosong.core.call.Call;
import cn.baosong.core.call.CallFault;
import cn.baosong.core.call.CallId;
import cn.baosong.core.notice.Wording;
import cn.baosong.reader.call.Loading.Broken;
import cn.baosong.reader.call.Loading.Loaded;
import cn.baosong.reader.feel.Conditions;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Loads a folder under {@code forms/} into a call (contract.md, section 3). */
public final class CallLoader {
  private final Conditions conditions;

  public CallLoader(Conditions conditions) {
    this.conditions = conditions;
  }

  /** Reads and checks a folder; every fault of every file is told at once. */
  public Loading load(CallId id, Path folder) {
    Faults faults = new Faults();
    return load(id, CallFolder.read(folder, faults), faults);
  }

  Loading load(CallId id, CallFolder folder, Faults faults) {
    Source call = yaml(folder, CallFolder.CALL, true, faults);
    Source form = form(folder, faults);
    Source cases = yaml(folder, CallFolder.CASES, false, faults);
    Source settlements = yaml(folder, CallFolder.SETTLEMENTS, false, faults);
    if (call.root().isMissingNode() || form.root().isMissingNode()) {
      return new Broken(faults.all());
    }
    Shape.CALL.check(call, faults);
    check(Shape.CASES, cases, faults);
    check(Shape.SETTLEMENTS, settlements, faults);
    FormReader reader = new FormReader(form, faults);
    SchemaForm schema = reader.read();
    Entry root = Entry.root(call, faults);
    ConditionReader over =
        new ConditionReader(conditions.in(region(root)), FormReader.facts(reader.fields()));
    AmbiguityReader register = new AmbiguityReader(root, Entry.root(settlements, faults));
    Faults remarks = new Faults();
    Under.check(root);
    SelectedReader selected = new SelectedReader(root, over, folder, remarks);
    Rereading reread =
        new Rereading(
            root,
            register.read(),
            (settled, under) ->
                new CallReader(root, schema, over, settled, under).read(id, folder, selected));
    Call read = reread.call();
    faults.addAll(Wording.faults(folder.wording()));
    List<Case> tests =
        new CaseReader(Entry.root(cases, faults), root, schema, read.person()).read();
    remarks.addAll(new Totals(root).remarks());
    Unfilled.tell(faults, call, form, cases);
    return faults.isEmpty()
        ? new Loaded(
            new LoadedCall(
                read,
                tests,
                remarks.all(),
                register.choices(),
                Places.of(call, reread.base()),
                pinned(tests, reread)))
        : new Broken(faults.all());
  }

  /** The call as each case pins it. */
  private static Map<Map<String, String>, Call> pinned(List<Case> cases, Rereading reread) {
    return cases.stream()
        .map(Case::under)
        .distinct()
        .collect(Collectors.toMap(pins -> pins, reread::pinned));
  }

  /** Whose days off count; one without data would leave every working day undetermined. */
  private Optional<String> region(Entry root) {
    Entry region = root.at("office").at("region");
    if (region.isPresent() && !conditions.knowsRegion(region.text())) {
      region.fault("holidays.csv 里没有地区“" + region.text() + "”", "no such region in holidays.csv");
    }
    return root.at("office").optional("region");
  }

  private static void check(Shape shape, Source source, Faults faults) {
    if (!source.root().isMissingNode()) {
      shape.check(source, faults);
    }
  }

  private static Source yaml(CallFolder folder, String name, boolean required, Faults faults) {
    byte[] bytes = folder.files().get(name);
    if (bytes != null) {
      return YamlSource.read(name, bytes, faults);
    }
    if (required) {
      faults.add(new CallFault(name, 0, "", "缺少文件 " + name, "the file is missing"));
    }
    return Source.absent(name);
  }

  private static Source form(CallFolder folder, Faults faults) {
    byte[] bytes = folder.files().get(CallFolder.FORM);
    if (bytes == null) {
      faults.add(
          new CallFault(CallFolder.FORM, 0, "", "缺少文件 " + CallFolder.FORM, "the file is missing"));
      return Source.absent(CallFolder.FORM);
    }
    return JsonSource.read(CallFolder.FORM, bytes, faults);
  }
}
