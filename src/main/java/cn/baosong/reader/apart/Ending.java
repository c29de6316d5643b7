package cn.baosong.reader.apart;

import cn.baosong.core.submission.Opened;
import cn.baosong.desk.FormCutter;
import java.util.Optional;

/** How the reading of a package by one reader ended. */
sealed interface Ending {
  record Read(Opened opened) implements Ending {}

  /**
   * It costs more than it may by now.
   *
   * @param reading whether the reader is still at it
   */
  record Costly(boolean reading) implements Ending {}

  /** The wanted file lies where it was asked for, if the package has it. */
  record Taken() implements Ending {}

  /** The cells lie where they were asked for. */
  record Cut(FormCutter.Cuts cuts) implements Ending {}

  /** Our own side failed, such as the disk; the package is read again later. */
  record Failed(String reason) implements Ending {}

  /**
   * The reader is gone.
   *
   * @param document SHA-256 of the file that it was at; empty while it unpacked
   */
  record Lost(Loss loss, Optional<String> document) implements Ending {}
}
