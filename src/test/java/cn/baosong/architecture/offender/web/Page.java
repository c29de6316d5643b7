package cn.baosong.architecture.offender.web;

/** An edge for others to know. */
public record Page(String title) {}
