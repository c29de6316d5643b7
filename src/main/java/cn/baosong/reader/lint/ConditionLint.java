package cn.baosong.reader.lint;

import cn.baosong.core.call.Call;
import cn.baosong.core.call.Condition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Conditions beside the rules that can never hold: what they switch on never happens. */
final class ConditionLint implements Lint {
  @Override
  public List<Warning> warnings(Draft draft) {
    Call call = draft.call();
    List<Warning> found = new ArrayList<>();
    for (int i = 0; i < call.materials().size(); i++) {
      add(found, call.materials().get(i).when(), "materials[" + i + "].when", draft);
    }
    for (int i = 0; i < call.procedures().size(); i++) {
      add(found, call.procedures().get(i).waivedWhen(), "procedures[" + i + "].waivedWhen", draft);
    }
    for (int i = 0; i < call.quotas().size(); i++) {
      add(found, call.quotas().get(i).exempt(), "quotas[" + i + "].exempt", draft);
      add(found, call.quotas().get(i).among(), "quotas[" + i + "].composition.among", draft);
    }
    return found;
  }

  private static void add(
      List<Warning> found, Optional<Condition> condition, String key, Draft draft) {
    condition
        .filter(c -> Certainty.never(List.of(c)))
        .map(
            c ->
                draft.warning(
                    WarningCode.NEVER_TRUE,
                    key,
                    "这个条件永远不成立：" + c.text(),
                    "this condition can never hold"))
        .ifPresent(found::add);
  }
}
