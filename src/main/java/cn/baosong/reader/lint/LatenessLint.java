package cn.baosong.reader.lint;

import java.util.List;

/** Without a stated consequence no machine refuses anybody for being late (A17). */
final class LatenessLint implements Lint {
  @Override
  public List<Warning> warnings(Draft draft) {
    return draft.call().lateness().isStated()
        ? List.of()
        : List.of(
            draft.warning(
                WarningCode.CONSEQUENCE_MISSING,
                "lateness.consequences",
                "通知没有写逾期后果：迟到的一律转人工",
                "no consequence of lateness is stated: a person decides"));
  }
}
