package cn.baosong.desk;

import cn.baosong.core.submission.Mail;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;

/**
 * Glances at a stored mail: headers of the message and of its parts, the beginning of its text, and
 * no more. It tells a package from what needs no number and no letter.
 */
public interface MailGlance {
  /**
   * Any bytes are a mail of some sort; what is wrong with it is told in its defects.
   *
   * @param original stored bytes
   * @param trusted names of the hosts whose stamps count (domain.md 2.3), in lower case
   * @throws IOException when the stored bytes cannot be read
   */
  Mail of(Path original, Set<String> trusted) throws IOException;
}
