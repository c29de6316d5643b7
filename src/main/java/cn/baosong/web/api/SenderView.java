package cn.baosong.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;

/**
 * Who speaks by a mail, as it was found when the mail was opened.
 *
 * @param address null where no single author can be read
 * @param name as the sender shows it
 * @param proof DMARC, DKIM or SPF; ON_BEHALF, FAILED or NONE where the address is not proven
 * @param verified whether address and unit are known
 * @param released whether a person let it pass though they are not
 * @param waits whether it waits until a person says who speaks
 * @param dismissed whether a person found it to be no delivery
 * @param units for which the address speaks
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record SenderView(
    Optional<String> address,
    String name,
    String subject,
    String proof,
    boolean verified,
    boolean released,
    boolean waits,
    boolean dismissed,
    List<VoiceView> units) {

  /**
   * A unit for which the address speaks.
   *
   * @param by who found it; null where the address stands in the registry of units
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record VoiceView(
      String code,
      String name,
      Optional<String> by,
      Optional<String> at,
      Optional<String> reason) {}
}
