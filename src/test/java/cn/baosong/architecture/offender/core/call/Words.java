package cn.baosong.architecture.offender.core.call;

/** What the letter may know. */
public record Words(String clause) {}
