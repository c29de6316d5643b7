package cn.baosong.core.call;

import java.time.Duration;

/**
 * How letters of a call leave.
 *
 * @param hold how long a refusal is shown as about to leave before it is sent
 * @param draftForSeal whether sealed letters wait for a clerk ({@code letters.seal: draft})
 */
public record LetterPolicy(Duration hold, boolean draftForSeal) {}
