package cn.baosong.web.api;

/** What a ruling came to: a decision, or a proposal that a second person is to confirm. */
public sealed interface RulingAnswer permits DecisionView, PendingRulingView {}
