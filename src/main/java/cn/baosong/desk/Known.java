package cn.baosong.desk;

import cn.baosong.core.call.Call;
import cn.baosong.core.call.CallId;
import cn.baosong.core.call.Unit;
import cn.baosong.core.call.UnitCode;
import cn.baosong.core.submission.SubmissionNumber;
import java.util.stream.Collectors;

/** Looks up what a request names, or says what could have been meant. */
final class Known {
  private Known() {}

  static Call call(Calls calls, CallId id) {
    return calls
        .find(id)
        .orElseThrow(
            () -> {
              String live =
                  calls.live().stream().map(c -> c.id().value()).collect(Collectors.joining(", "));
              return Refusal.invalid(
                  "call",
                  "没有通知“" + id + "”，在办的有：" + live,
                  "There is no call " + id + "; live are: " + live);
            });
  }

  static Unit unit(Units units, UnitCode code) {
    return units
        .find(code)
        .orElseThrow(
            () ->
                Refusal.invalid(
                    "unit",
                    "单位名册中没有代码“" + code + "”。请核对，或先在名册中登记该单位。",
                    "No unit has the code "
                        + code
                        + ". Check it, or add the unit to the registry."));
  }

  static Refusal noSubmission(SubmissionNumber number) {
    return Refusal.notFound(
        "number", "没有受理号为 " + number + " 的报送。", "There is no submission " + number + ".");
  }
}
