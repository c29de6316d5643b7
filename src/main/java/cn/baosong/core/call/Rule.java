package cn.baosong.core.call;

import java.util.Optional;

/**
 * An eligibility rule.
 *
 * @param id the call's own code, such as E2
 * @param force what failing may do
 * @param must true for a candidate who meets the rule
 * @param when the rule applies only where this holds
 * @param sentence what to tell the unit when it is not met, in Chinese
 * @param remarkWhen a border case that passes but is shown, such as the birthday on the cut-off
 *     itself
 */
public record Rule(
    String id,
    Force force,
    Condition must,
    Optional<Condition> when,
    Optional<Condition> remarkWhen,
    Clause clause,
    String sentence) {}
