package cn.baosong.reader.call;

import cn.baosong.core.call.Ambiguity;
import cn.baosong.core.call.Call;
import cn.baosong.core.call.CallId;
import cn.baosong.core.call.GuardedRuling;
import cn.baosong.core.call.LetterPolicy;
import cn.baosong.core.call.PersonFields;
import cn.baosong.core.call.RulingPolicy;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Puts a call together from its files, telling what does not fit on the way. */
final class CallReader {
  private static final int CORRECTION_TERM = 5;

  private final Entry root;
  private final SchemaForm form;
  private final ConditionReader conditions;
  private final List<Ambiguity> ambiguities;
  private final Under under;

  CallReader(
      Entry root,
      SchemaForm form,
      ConditionReader conditions,
      List<Ambiguity> ambiguities,
      Under under) {
    this.root = root;
    this.form = form;
    this.conditions = conditions;
    this.ambiguities = ambiguities;
    this.under = under;
  }

  /**
   * @param selected lists of persons selected before
   */
  Call read(CallId id, CallFolder folder, SelectedReader selected) {
    HeadReader head = new HeadReader(root);
    KindCheck kinds = new KindCheck(root.at("submitters").map("kinds").keySet());
    List<String> report = root.at("report").texts("fields");
    MaterialReader materials = new MaterialReader(root, conditions, Set.copyOf(report), under);
    return new Call(
        id,
        folder.version(),
        head.heading(),
        head.office(),
        head.admission(),
        new DeadlineReader(root, ambiguities, kinds).read(),
        head.lateness(),
        form,
        person(),
        report,
        new RuleReader(root, conditions, ambiguities, under).read(),
        materials.materials(),
        materials.procedures(),
        new QuotaReader(root, conditions, kinds, categories(), under).read(),
        new PaperReader(root.at("paper"), conditions, under).read(),
        root.clause("secrecy"),
        head.departments(categories(), kinds),
        root.at("form").optional("category"),
        letters(folder.wording()),
        rulings(),
        root.at("correction").number("term", CORRECTION_TERM),
        root.clause("returns"),
        ambiguities,
        new ParentReader(root.at("parent")).read(id),
        selected.read(under),
        List.of());
  }

  private PersonFields person() {
    Entry person = root.at("form");
    for (String part : List.of("name", "identity", "birth", "category")) {
      Entry field = person.at(part);
      if (field.isPresent() && !conditions.knows(field.text())) {
        field.fault("登记表里没有字段“" + field.text() + "”", "undeclared field " + field.text());
      }
    }
    return new PersonFields(person.text("name"), person.text("identity"), person.text("birth"));
  }

  private Set<String> categories() {
    return conditions.choices(root.at("form").text("category"));
  }

  private LetterPolicy letters(Map<String, String> wording) {
    Entry letters = root.at("letters");
    return new LetterPolicy(
        letters.parsed("hold", Duration::parse).orElse(Duration.ofMinutes(30)),
        letters.text("seal").equals("draft"),
        wording);
  }

  private RulingPolicy rulings() {
    Set<GuardedRuling> second = EnumSet.noneOf(GuardedRuling.class);
    for (Entry ruling : root.at("rulings").list("secondPerson")) {
      Arrays.stream(GuardedRuling.values())
          .filter(known -> known.name().equals(ruling.text()))
          .forEach(second::add);
    }
    return new RulingPolicy(second);
  }
}
