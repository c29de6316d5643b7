package cn.baosong.architecture.offender.store;

import cn.baosong.architecture.offender.json.Shape;

/** Innocent: every edge may write JSON. */
public record WritesJson(Shape shape) {}
