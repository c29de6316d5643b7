package cn.baosong.desk;

import cn.baosong.core.notice.Cover;
import cn.baosong.core.notice.Letter;
import cn.baosong.core.notice.Mailing;
import java.nio.file.Path;
import java.util.List;

/**
 * All that a mail is made of; the same each time that it is sent again.
 *
 * @param to every registered address that this letter goes to
 * @param pdf the printed letter
 */
public record Outgoing(Mailing mailing, Letter letter, Cover cover, List<String> to, Path pdf) {
  public Outgoing {
    to = List.copyOf(to);
  }
}
