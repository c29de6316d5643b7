package cn.baosong.config;

import cn.baosong.desk.Drill;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends the process at one named step as {@code kill -9} would: no shutdown hook runs and nothing is
 * closed. {@code survey} ends nothing and logs every step that it comes by.
 */
final class Failpoint implements Drill {
  private static final Logger LOG = LoggerFactory.getLogger(Failpoint.class);
  private static final Pattern FORM =
      Pattern.compile(
          "([a-z0-9-]+(?:/[A-Za-z0-9-]+)*/(?:before|half|after))(?:#([1-9][0-9]{0,6}))?");
  private static final String SURVEY = "survey";

  /** What a shell reports of a process that was killed. */
  private static final int KILLED = 137;

  private final String step;
  private final AtomicInteger left;
  private final Set<String> seen = ConcurrentHashMap.newKeySet();

  private Failpoint(String step, int pass) {
    this.step = step;
    this.left = new AtomicInteger(pass);
  }

  /**
   * @param setting {@code <step>/<before|half|after>[#n]}, the n-th time it is reached; or {@code
   *     survey}
   * @throws IllegalArgumentException when it is neither
   */
  static Failpoint of(String setting) {
    LOG.warn("DRILL: baosong.failpoint={} is set; this process may end at any moment", setting);
    if (setting.equals(SURVEY)) {
      return new Failpoint(SURVEY, 0);
    }
    Matcher form = FORM.matcher(setting);
    if (!form.matches()) {
      throw new IllegalArgumentException(
          "baosong.failpoint: <step>/<before|half|after>[#n] or survey, not " + setting);
    }
    return new Failpoint(
        form.group(1), form.group(2) == null ? 1 : Integer.parseInt(form.group(2)));
  }

  @Override
  public void reach(String reached) {
    if (step.equals(SURVEY) && seen.add(reached)) {
      LOG.info("failpoint {}", reached);
    }
    if (step.equals(reached) && left.decrementAndGet() == 0) {
      Runtime.getRuntime().halt(KILLED);
    }
  }
}
