package cn.baosong.core.check;

import cn.baosong.core.call.Otherwise;

/** The same case, assessed under another reading of the call. */
public record Alternative(Otherwise otherwise, Assessment assessment) {
  static Alternative of(Otherwise otherwise, UnitCase facts) {
    return new Alternative(otherwise, Assessment.of(facts.under(otherwise.call())));
  }

  Alternative after(Check check) {
    return new Alternative(otherwise, assessment.after(check));
  }
}
