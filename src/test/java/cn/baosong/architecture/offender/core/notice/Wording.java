package cn.baosong.architecture.offender.core.notice;

import cn.baosong.architecture.offender.core.call.Words;

/** Innocent: the letter stands after the call. */
public record Wording(Words words) {}
