package cn.baosong.reader.lint;

import cn.baosong.core.call.CallFault;
import java.util.List;

/**
 * What the loader saw and let pass: printed sums that do not add up, shown and never enforced
 * (A18), and rows of a list of persons that name nobody for certain.
 */
final class RemarkLint implements Lint {
  @Override
  public List<Warning> warnings(Draft draft) {
    return draft.loaded().remarks().stream()
        .map(r -> new Warning(code(r), r.file(), r.line(), r.key(), r.zh(), r.en()))
        .toList();
  }

  private static WarningCode code(CallFault remark) {
    return remark.key().startsWith("totals[")
        ? WarningCode.TOTALS_DIFFER
        : WarningCode.SELECTED_DOUBTFUL;
  }
}
