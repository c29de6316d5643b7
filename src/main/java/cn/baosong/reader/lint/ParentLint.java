package cn.baosong.reader.lint;

import cn.baosong.core.call.Call;
import cn.baosong.core.call.Parent;
import java.util.List;
import java.util.Optional;

/** The window above must be there, and know this office's kind. */
final class ParentLint implements Lint {
  @Override
  public List<Warning> warnings(Draft draft) {
    return draft.call().parent().flatMap(parent -> of(parent, draft)).stream().toList();
  }

  private static Optional<Warning> of(Parent parent, Draft draft) {
    Optional<Call> above = draft.all().find(parent.call());
    if (above.isEmpty()) {
      return Optional.of(
          draft.warning(
              WarningCode.PARENT_MISSING,
              "parent.call",
              "上级通知 " + parent.call() + " 不在这里：不显示上限和逐级收件",
              "the parent " + parent.call() + " is not here: no limit and no chain are shown"));
    }
    return parent
        .kind()
        .filter(kind -> !above.get().admission().kinds().containsKey(kind))
        .map(
            kind ->
                draft.warning(
                    WarningCode.PARENT_KIND_MISSING,
                    "parent.as",
                    "上级通知 " + parent.call() + " 没有单位类别 " + kind,
                    "the parent " + parent.call() + " knows no kind " + kind));
  }
}
