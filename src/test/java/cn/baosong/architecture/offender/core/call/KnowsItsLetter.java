package cn.baosong.architecture.offender.core.call;

import cn.baosong.architecture.offender.core.notice.Wording;

/** A call that knows what will be written about it. */
public record KnowsItsLetter(Wording wording) {}
