package cn.baosong.reader.mail;

import java.io.IOException;
import java.io.InputStream;

/** Judges a file that a mail encloses by its looks alone. */
public interface EnclosureLooks {
  /**
   * Whether it is made as such files usually are.
   *
   * @param name as it was sent; may be empty
   * @param plain its bytes; need not be read to the end
   */
  boolean isUsual(String name, InputStream plain) throws IOException;
}
