package cn.baosong.desk;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;

/**
 * Glances at a stored mail: headers of the message and of its parts, the beginning of its text, the
 * directories of its archives, and no more. It tells a package from what needs no number and no
 * letter, and a usual one from others.
 */
public interface MailGlance {
  /**
   * Any bytes are a mail of some sort; what is wrong with it is told in its defects.
   *
   * @param original stored bytes
   * @param trusted names of the hosts whose stamps count (domain.md 2.3), in lower case
   * @throws IOException when the stored bytes cannot be read
   */
  Glimpse of(Path original, Set<String> trusted) throws IOException;
}
