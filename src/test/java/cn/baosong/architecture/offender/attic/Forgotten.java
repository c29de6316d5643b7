package cn.baosong.architecture.offender.attic;

/** Lives in a room that nobody planned. */
public final class Forgotten {}
