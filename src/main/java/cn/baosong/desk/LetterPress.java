package cn.baosong.desk;

import cn.baosong.core.notice.Letter;
import java.io.IOException;
import java.nio.file.Path;

/** Prints a letter as PDF, text and JSON under {@code baosong.home/notices/<number>/}. */
public interface LetterPress {
  /**
   * The folder and stem of the files, which are on disk when this returns; printing again replaces
   * them.
   */
  Path print(Letter letter) throws IOException;
}
