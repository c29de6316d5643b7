package cn.baosong.settings;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.time.LocalTime;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the office sees that its channels live.
 *
 * @param probe real time between two letters that the office writes to each of its mailboxes, where
 *     {@code smtp} is set; PT0S writes none of itself
 * @param overdue real time after which such a letter counts as lost
 * @param silence hours of work without a message after which a mailbox is to be watched that no
 *     letter of ours proves; PT0S never
 * @param opens when the office begins to work
 * @param closes when it ends
 * @param forgotten real time after which a route that somebody stopped counts as forgotten
 */
public record WatchSettings(
    @NotNull @DefaultValue("PT30M") Duration probe,
    @NotNull @DefaultValue("PT15M") Duration overdue,
    @NotNull @DefaultValue("PT4H") Duration silence,
    @NotNull @DefaultValue("08:30") LocalTime opens,
    @NotNull @DefaultValue("18:00") LocalTime closes,
    @NotNull @DefaultValue("PT15M") Duration forgotten) {

  @AssertTrue(message = "probe is PT0S, or at least one minute")
  boolean isProbedWithMeasure() {
    return probe.isZero() || probe.compareTo(Duration.ofMinutes(1)) >= 0;
  }

  @AssertTrue(message = "the office opens before it closes")
  boolean isOpenForAWhile() {
    return opens.isBefore(closes);
  }
}
