package cn.baosong.settings;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When a deadline is so near that the rules of its call change only after a person has confirmed
 * it.
 *
 * @param before its strictest reading
 * @param after its most lenient reading
 */
public record NightSettings(
    @NotNull @DefaultValue("PT72H") Duration before,
    @NotNull @DefaultValue("PT6H") Duration after) {

  @AssertTrue(message = "baosong.night: neither before nor after is negative")
  boolean isForward() {
    return !before.isNegative() && !after.isNegative();
  }
}
