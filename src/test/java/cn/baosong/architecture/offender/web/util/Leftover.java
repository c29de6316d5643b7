package cn.baosong.architecture.offender.web.util;

/** Lives in a package whose name says nothing. */
public final class Leftover {}
