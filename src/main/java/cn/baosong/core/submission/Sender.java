package cn.baosong.core.submission;

import cn.baosong.core.call.UnitCode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Who speaks by a mail, as far as the office could make sure when it opened it.
 *
 * <p>Two things are asked. Whether the address is the sender's own: that a trusted host found
 * DMARC, a DKIM signature or SPF of its domain good. And for which units it speaks: by the
 * registry, or by what a clerk found. Only both together make a delivery the unit's own; a public
 * provider proves its addresses as well as a unit's own domain does.
 *
 * @param address in lower case; empty where no single author can be read
 * @param voices the units for which the address speaks
 */
public record Sender(String address, Proof proof, List<Voice> voices) {
  /** Who cannot be known. */
  public static final Sender NOBODY = new Sender("", Proof.NONE, List.of());

  private static final Pattern PLAIN =
      Pattern.compile("[^\\s@\\p{Cntrl}\\p{Cf}]{1,64}@[^\\s@\\p{Cntrl}\\p{Cf}]{3,190}");

  public Sender {
    voices = List.copyOf(voices);
  }

  /** What shows that the address is the sender's own. */
  public enum Proof {
    DMARC,
    DKIM,
    SPF,
    /** What was found good is of another domain: sent by somebody for the author. */
    ON_BEHALF,
    /** The domain's own signature, host or policy was found wanting. */
    FAILED,
    /** Nothing that a trusted host wrote tells of it. */
    NONE;

    public boolean isGood() {
      return switch (this) {
        case DMARC, DKIM, SPF -> true;
        case ON_BEHALF, FAILED, NONE -> false;
      };
    }
  }

  /**
   * @param binding id of what a clerk found; empty where the address stands in the registry of
   *     units
   */
  public record Voice(UnitCode unit, Optional<String> binding) {}

  /** Whether it is known who speaks: the address is the sender's own and a unit's. */
  public boolean isVerified() {
    return proof.isGood() && !voices.isEmpty();
  }

  /** Whether this unit speaks, for certain. */
  public boolean isVerifiedFor(UnitCode unit) {
    return isVerified() && speaksFor(unit);
  }

  /** Whether the address is one of the unit's, be it proven or not. */
  public boolean speaksFor(UnitCode unit) {
    return voices.stream().anyMatch(voice -> voice.unit().equals(unit));
  }

  /** The unit whose address it is where it is one unit's, be it proven or not. */
  public Optional<UnitCode> onlyUnit() {
    List<UnitCode> units = voices.stream().map(Voice::unit).distinct().toList();
    return units.size() == 1 ? Optional.of(units.get(0)) : Optional.empty();
  }

  /** Addresses are compared so; empty where it is no plain address. */
  public static String key(String address) {
    String folded = address.strip().toLowerCase(Locale.ROOT);
    return PLAIN.matcher(folded).matches() ? folded : "";
  }

  /** The address of its one author; empty where there is none or more than one. */
  public static String authorOf(Mail mail) {
    List<String> authors =
        Stream.concat(mail.people().from().stream(), mail.people().authors().stream())
            .map(author -> key(author.address()))
            .distinct()
            .toList();
    return authors.size() == 1 ? authors.get(0) : "";
  }

  /** What trusted hosts found of the author's domain (RFC 7489, 3.1; RFC 8601). */
  public static Proof proofOf(Mail mail) {
    String author = authorOf(mail);
    if (author.isEmpty()) {
      return Proof.NONE;
    }
    String domain = author.substring(author.lastIndexOf('@') + 1);
    Mail.Authentication found = mail.authentication();
    if (found.refuses(domain)) {
      return Proof.FAILED;
    }
    return Stream.of(Proof.DMARC, Proof.DKIM, Proof.SPF)
        .filter(proof -> found.vouchesFor(domain, proof.name().toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseGet(() -> lack(found));
  }

  private static Proof lack(Mail.Authentication found) {
    if (found.results().stream().anyMatch(Mail.Authentication.Result::isBad)) {
      return Proof.FAILED;
    }
    return found.results().stream().anyMatch(r -> r.result().equals("pass"))
        ? Proof.ON_BEHALF
        : Proof.NONE;
  }
}
