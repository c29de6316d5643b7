package cn.baosong.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;

/**
 * That an address speaks for a unit, as a clerk found.
 *
 * @param state HOLDS or ENDED
 * @param end when it was taken back; null while it holds
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record BindingView(
    String id,
    String address,
    String unit,
    String unitName,
    String state,
    String by,
    String at,
    String reason,
    Optional<EndView> end) {

  /** That it was taken back. */
  public record EndView(String by, String at, String reason) {}
}
