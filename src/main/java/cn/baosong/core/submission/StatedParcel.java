package cn.baosong.core.submission;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What is said of a posted parcel: a claim of class C when the unit says it, evidence when the mail
 * room registers it.
 *
 * @param postmarkLegible whether the dispatch postmark can be read
 */
public record StatedParcel(
    String carrier,
    String item,
    Optional<LocalDate> dispatchPostmark,
    boolean postmarkLegible,
    Optional<LocalDate> arrivalPostmark) {}
