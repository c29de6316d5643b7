package cn.baosong.core.call;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What identifies the notice; a number or date that the text lacks is 未载明.
 *
 * @param issuerInferred whether the issuer is not printed but inferred from who receives
 */
public record Heading(
    String title,
    String issuer,
    boolean issuerInferred,
    Optional<String> number,
    Optional<LocalDate> date) {}
