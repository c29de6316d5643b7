package cn.baosong.architecture.offender.web;

import cn.baosong.architecture.offender.store.Table;

/** An edge that knows another edge. */
public record ReadsTheTable(Table table) {}
