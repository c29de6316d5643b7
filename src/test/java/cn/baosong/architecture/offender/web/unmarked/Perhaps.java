package cn.baosong.architecture.offender.web.unmarked;

/** Lives in a package without a word on null. */
public final class Perhaps {}
