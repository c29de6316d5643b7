package cn.baosong.core.submission;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

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
    Optional<LocalDate> arrivalPostmark) {
  /** Carriers that put a postmark on; everything else that carries is a courier. */
  private static final Set<String> POST = Set.of("EMS", "邮政", "中国邮政", "邮局", "CHINA POST");

  private static final int KEY = 64;

  /**
   * The item number as it is looked up: letters and digits alone, whatever was put between them.
   */
  public String itemKey() {
    return itemKey(item);
  }

  /** The same of an item number that stands elsewhere, such as in a file's name. */
  public static String itemKey(String written) {
    String plain = Normalizer.normalize(written, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
    String key = plain.replaceAll("[^A-Z0-9]", "");
    return key.substring(0, Math.min(KEY, key.length()));
  }

  /**
   * How it came, where nobody says so: by carrier, postmark and item number. One that has a number
   * was carried by somebody: without a postmark its time is a person's to tell, and not that of its
   * arrival.
   */
  public Channel channel() {
    if (dispatchPostmark.isPresent()
        || arrivalPostmark.isPresent()
        || POST.contains(carrier.toUpperCase(Locale.ROOT))) {
      return Channel.POST;
    }
    if (!carrier.isEmpty()) {
      return Channel.COURIER;
    }
    return itemKey().isEmpty() ? Channel.COUNTER : Channel.POST;
  }
}
