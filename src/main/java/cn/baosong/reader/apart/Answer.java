package cn.baosong.reader.apart;

import cn.baosong.core.submission.Opened;
import cn.baosong.desk.FormCutter;
import java.util.Optional;

/**
 * What a reader says, one JSON value after another.
 *
 * @param document SHA-256 of the file that is read next
 * @param opened the package, at the end
 * @param reason why our own side failed
 * @param cuts what was cut out of a scan
 */
record Answer(
    Kind kind,
    Optional<String> document,
    Optional<Opened> opened,
    Optional<String> reason,
    Optional<FormCutter.Cuts> cuts) {

  enum Kind {
    READY,
    /** The archive is unpacked, and more is being done with it. */
    UNPACKED,
    /** A file is parsed next. */
    READING,
    OPENED,
    /** It costs more than it may by now, and was left as it is. */
    COSTLY,
    /** The wanted file lies where it was asked for, or the package has none. */
    TAKEN,
    /** The cells lie where they were asked for. */
    CUT,
    FAILED,
    /** Never sent: the reader has ended. */
    GONE
  }

  static final Answer GONE = of(Kind.GONE);

  static Answer of(Kind kind) {
    return new Answer(kind, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  static Answer reading(String sha256) {
    return new Answer(
        Kind.READING, Optional.of(sha256), Optional.empty(), Optional.empty(), Optional.empty());
  }

  static Answer opened(Opened opened) {
    return new Answer(
        Kind.OPENED, Optional.empty(), Optional.of(opened), Optional.empty(), Optional.empty());
  }

  static Answer failed(String reason) {
    return new Answer(
        Kind.FAILED, Optional.empty(), Optional.empty(), Optional.of(reason), Optional.empty());
  }

  static Answer cut(FormCutter.Cuts cuts) {
    return new Answer(
        Kind.CUT, Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(cuts));
  }
}
