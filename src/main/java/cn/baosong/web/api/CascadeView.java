package cn.baosong.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;

/**
 * How a dossier stands among windows one above another (county → city → province).
 *
 * @param receipts where the same person was accepted on the way up, nearest first
 * @param upward null when no window stands above
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record CascadeView(List<ReceiptView> receipts, Optional<UpwardView> upward) {

  /**
   * One step of the receipt chain.
   *
   * @param submission number of the delivery
   * @param sha256 of its package as it arrived
   * @param evidence of the delivery whose time counts
   * @param accepted when it was decided; null while nothing is
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record ReceiptView(
      String call,
      String unit,
      Optional<String> unitName,
      String dossier,
      String submission,
      Optional<String> sha256,
      Optional<EvidenceView> evidence,
      Optional<String> accepted) {}

  /**
   * The window above.
   *
   * @param title of its notice; null while that call is not live here
   * @param as as which kind of unit this office delivers there
   * @param limits the most that this office may recommend there; never enforced here
   * @param dossiers numbers of the same person's dossiers there
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record UpwardView(
      String call,
      Optional<String> title,
      Optional<String> as,
      List<LimitView> limits,
      List<String> dossiers) {}

  /**
   * A quota of the window above.
   *
   * @param category null when it counts all together
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record LimitView(String quota, Optional<String> category, int limit, String clause) {}
}
