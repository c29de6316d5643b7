package cn.baosong.reader.archive;

import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Our own disk failed while a package was read: never to be told to a unit as a damaged package.
 */
final class DiskFailure extends UncheckedIOException {
  private static final long serialVersionUID = 1L;

  DiskFailure(IOException cause) {
    super(cause);
  }
}
