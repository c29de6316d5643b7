package cn.baosong.architecture.offender.json;

import cn.baosong.architecture.offender.store.Table;

/** A mapper that knows where its text is kept. */
public record KnowsItsRow(Table table) {}
