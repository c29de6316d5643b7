package cn.baosong.core.dossier;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * An open correction term (补正期限).
 *
 * @param opened when the letter was written
 * @param due last day in the office's zone; empty when the calendar has no data, and then it never
 *     lapses, and while the letter has not left
 */
public record Correction(Instant opened, Optional<LocalDate> due) {}
