package cn.baosong.core.call;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What a person chose on the web for an ambiguity, laid over what the author of the call wrote
 * (decisions.md 30).
 *
 * @param ambiguity its id
 * @param reading empty when the question was opened again
 */
public record Choice(
    String ambiguity, Optional<String> reading, String by, LocalDate on, String reason) {}
