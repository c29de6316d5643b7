package cn.baosong.reader.call;

import cn.baosong.core.call.Material;
import cn.baosong.core.call.Procedure;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Materials and the evidence of procedures. */
final class MaterialReader {
  private final Entry root;
  private final ConditionReader conditions;
  private final Set<String> reportFields;
  private final Under under;

  MaterialReader(Entry root, ConditionReader conditions, Set<String> reportFields, Under under) {
    this.under = under;
    this.root = root;
    this.conditions = conditions;
    this.reportFields = reportFields;
  }

  List<Material> materials() {
    Uniqueness.check(root, "materials");
    return under.of(root, "materials").stream().map(this::material).toList();
  }

  private Material material(Entry entry) {
    return new Material(
        entry.text("id"),
        entry.text("name"),
        !entry.text("per").equals("UNIT"),
        entry.flag("required", true),
        conditions.optional(entry.at("when")),
        entry.texts("names"),
        entry.set("suffixes"),
        entry.number("copies", 1),
        entry.count("maxPages"),
        entry.count("maxFiles"),
        entry.flag("opaque", false),
        entry.flag("originals", false),
        entry.clause("clause"));
  }

  List<Procedure> procedures() {
    Uniqueness.check(root, "procedures");
    Set<String> materials = ids("materials");
    Set<String> procedures = ids("procedures");
    return under.of(root, "procedures").stream()
        .map(p -> procedure(p, materials, procedures))
        .toList();
  }

  private Procedure procedure(Entry entry, Set<String> materials, Set<String> procedures) {
    Entry evidence = entry.at("evidence");
    evidence.list("materials").forEach(m -> known(m, materials, "materials 里没有材料"));
    evidence.list("fields").forEach(this::declared);
    declared(entry.at("from"));
    declared(entry.at("to"));
    declared(entry.at("endsBefore"));
    known(entry.at("after"), procedures, "procedures 里没有程序");
    if (evidence.texts("materials").isEmpty() && evidence.texts("fields").isEmpty()) {
      evidence.fault("至少写一样凭据：materials 或 fields", "name at least one material or field");
    }
    return new Procedure(
        entry.text("id"),
        entry.choice("kind", Procedure.Kind.class, Procedure.Kind.PUBLICITY),
        entry.text("name"),
        evidence.texts("materials"),
        evidence.texts("fields"),
        entry.optional("from"),
        entry.optional("to"),
        entry.count("minDays"),
        entry.flag("working", false),
        entry.flag("countFirstDay", true),
        entry.optional("after"),
        entry.optional("endsBefore"),
        conditions.optional(entry.at("waivedWhen")),
        entry.clause("clause"));
  }

  private Set<String> ids(String list) {
    return root.list(list).stream().map(e -> e.text("id")).collect(Collectors.toSet());
  }

  private void declared(Entry field) {
    if (field.isPresent()
        && !reportFields.contains(field.text())
        && !conditions.knows(field.text())) {
      field.fault(
          "登记表和 report.fields 里都没有字段“" + field.text() + "”", "undeclared field " + field.text());
    }
  }

  private static void known(Entry entry, Set<String> ids, String zh) {
    if (entry.isPresent() && !ids.contains(entry.text())) {
      entry.fault(zh + "“" + entry.text() + "”", "unknown id " + entry.text());
    }
  }
}
