package cn.baosong.reader.call;

import cn.baosong.core.call.CallFault;
import cn.baosong.core.call.Force;
import cn.baosong.core.call.SelectedList;
import cn.baosong.core.call.SelectedPeople;
import cn.baosong.core.call.SelectedPerson;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Lists of persons selected before, from the files that lie in the call's own folder. */
final class SelectedReader {
  private final Entry root;
  private final ConditionReader conditions;
  private final CallFolder folder;
  private final Faults remarks;

  /** Each file is read once, however many readings the call has. */
  private final Map<String, List<SelectedPerson>> known = new HashMap<>();

  /**
   * @param remarks what the lists leave to a person, told to the author; nothing that keeps the
   *     call from effect
   */
  SelectedReader(Entry root, ConditionReader conditions, CallFolder folder, Faults remarks) {
    this.root = root;
    this.conditions = conditions;
    this.folder = folder;
    this.remarks = remarks;
  }

  List<SelectedList> read(Under under) {
    Uniqueness.check(root, "selected");
    return under.of(root, "selected").stream().map(this::list).toList();
  }

  private SelectedList list(Entry entry) {
    return new SelectedList(
        entry.text("id"),
        entry.text("title"),
        entry.choice("force", Force.class, Force.SOFT),
        conditions.optional(entry.at("exempt")),
        entry.clause("clause"),
        entry.text("sentence"),
        people(entry));
  }

  private SelectedPeople people(Entry entry) {
    List<SelectedPerson> people = new ArrayList<>();
    for (Entry name : entry.list("files")) {
      byte[] bytes = folder.files().get(name.text());
      if (bytes == null) {
        remarks.add(
            new CallFault(
                name.source().file(),
                name.source().line(name.pointer()),
                Source.key(name.pointer()),
                "没有名单文件 " + name.text() + "，是否已入选只看单位的申报",
                "there is no file " + name.text() + "; only the unit's own declaration counts"));
      } else {
        people.addAll(
            known.computeIfAbsent(
                name.text(), file -> new SelectedFile(file, name.faults(), remarks).read(bytes)));
      }
    }
    return new SelectedPeople(people);
  }
}
