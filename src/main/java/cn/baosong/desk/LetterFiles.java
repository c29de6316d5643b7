package cn.baosong.desk;

import cn.baosong.core.notice.Letter;
import java.nio.file.Path;
import java.util.Optional;

/** The files of printed letters under {@code baosong.home/notices/<number>/}. */
public interface LetterFiles {
  /**
   * @param suffix {@code pdf}, {@code txt} or {@code json}
   * @return empty while the letter is not printed
   */
  Optional<Path> find(Letter letter, String suffix);
}
