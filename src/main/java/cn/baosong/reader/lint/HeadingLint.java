package cn.baosong.reader.lint;

import cn.baosong.core.call.Heading;
import java.util.ArrayList;
import java.util.List;

/** A notice without number, date or issuer: letters say 未载明, and nothing is made up. */
final class HeadingLint implements Lint {
  @Override
  public List<Warning> warnings(Draft draft) {
    List<Warning> found = new ArrayList<>();
    Heading heading = draft.call().heading();
    if (heading.number().isEmpty()) {
      found.add(
          draft.warning(
              WarningCode.NUMBER_MISSING,
              "notice.number",
              "文号未载明：通知上确实没有就不用写",
              "the notice has no number: leave it so if none is printed"));
    }
    if (heading.date().isEmpty()) {
      found.add(
          draft.warning(
              WarningCode.DATE_MISSING,
              "notice.date",
              "日期未载明：通知上确实没有就不用写",
              "the notice has no date: leave it so if none is printed"));
    }
    if (heading.issuerInferred()) {
      found.add(
          draft.warning(
              WarningCode.ISSUER_INFERRED,
              "notice.issuerInferred",
              "发文机关是推断的：" + heading.issuer(),
              "the issuer is inferred"));
    }
    return found;
  }
}
