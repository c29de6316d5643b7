package cn.baosong.architecture.offender;

/** Lives beside the application class. */
public final class Stranger {}
