package cn.baosong.desk;

import cn.baosong.core.notice.MailProvider;
import java.time.Duration;
import java.util.Map;

/**
 * How letters leave by mail.
 *
 * @param line whether there is a way out at all
 * @param pace real time between two letters to one provider, by its domain; {@code *} for all
 *     others
 * @param dailyCap letters a day of real time; none when 0
 * @param retry real time until a letter is tried again
 * @param giveUp real time after which a letter that is put off again and again counts as refused
 * @param rest how long nothing goes to a provider that complains of frequency or spam
 */
public record PostRules(
    Line line,
    Map<String, Duration> pace,
    int dailyCap,
    Duration retry,
    Duration giveUp,
    Duration rest) {
  public PostRules {
    pace = Map.copyOf(pace);
  }

  /** The way out. */
  public enum Line {
    /** Letters are files only. */
    NONE,
    ENCRYPTED,
    /** The operator has allowed it: whoever stands in between reads every letter. */
    IN_CLEAR
  }

  Duration paceOf(String address) {
    return pace.getOrDefault(
        MailProvider.of(address), pace.getOrDefault(Mailings.LINE, Duration.ZERO));
  }
}
