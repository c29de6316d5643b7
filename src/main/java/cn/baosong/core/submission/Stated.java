package cn.baosong.core.submission;

import java.util.Optional;

/**
 * What a package says of itself; claims, until the registry and a clerk confirm them.
 *
 * @param call call id, title or document number
 * @param unitCode the unit's code
 * @param unitName the unit's name
 */
public record Stated(
    Optional<String> call,
    Optional<String> unitCode,
    Optional<String> unitName,
    Optional<String> contact,
    Optional<String> phone,
    Optional<String> email) {
  public static final Stated NOTHING =
      new Stated(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  /** The same, with another's words for what it leaves open. */
  Stated or(Stated other) {
    return new Stated(
        call.or(() -> other.call),
        unitCode.or(() -> other.unitCode),
        unitName.or(() -> other.unitName),
        contact.or(() -> other.contact),
        phone.or(() -> other.phone),
        email.or(() -> other.email));
  }
}
