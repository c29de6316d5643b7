package cn.baosong.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An address whose mails wait until a person says for whom it speaks.
 *
 * @param address null for mails without a readable author
 * @param name as its last mail shows it
 * @param mails how many wait
 * @param oldest when the first of them was registered
 * @param shown the first of them
 * @param suggestions the likeliest unit first
 * @param resembles a known domain that its own may be taken for; null where there is none
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record WaitingView(
    Optional<String> address,
    String name,
    long mails,
    String oldest,
    List<MailView> shown,
    List<SuggestionView> suggestions,
    Optional<ResembledView> resembles) {

  /**
   * A domain that the address is not at.
   *
   * @param unitName whose it is; null for that of a provider
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record ResembledView(String domain, Optional<String> unitName) {}

  /** How many of those shown failed the proof of their domain: they pass only when told so. */
  public long failed() {
    return shown.stream().filter(mail -> mail.proof().equals("FAILED")).count();
  }

  /**
   * A mail that waits.
   *
   * @param state UNASSIGNED or UNREADABLE
   * @param stated the unit that its list names
   */
  public record MailView(
      String number,
      String publicId,
      String state,
      String subject,
      String received,
      String registered,
      String proof,
      int enclosures,
      boolean junk,
      Optional<String> stated) {}

  /**
   * A unit for which it may speak.
   *
   * @param phone as registered: the one to ring, whatever the mail says
   * @param reasons by code, each with what was found
   */
  public record SuggestionView(
      String unit, String unitName, String contact, String phone, Map<String, String> reasons) {}
}
