package cn.baosong.architecture.offender.json;

/** How a thing is written. */
public record Shape(String text) {}
