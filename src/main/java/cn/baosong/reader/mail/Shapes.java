package cn.baosong.reader.mail;

import java.io.IOException;
import java.io.InputStream;

/** Looks at what a mail encloses while it goes by, and takes nothing of it. */
final class Shapes implements Enclosed {
  private final EnclosureLooks looks;
  private boolean papers;
  private boolean odd;

  Shapes(EnclosureLooks looks) {
    this.looks = looks;
  }

  /** Whether it encloses files, and each of them is made as usual. */
  boolean areUsual() {
    return papers && !odd;
  }

  boolean isOdd() {
    return odd;
  }

  @Override
  public void file(Part part, String name, InputStream plain, Impression into) throws IOException {
    if (!part.isDecoration()) {
      papers = true;
      // a message here lies deeper than any is walked into
      odd |= part.isMessage() || !looks.isUsual(name, plain);
    }
  }

  @Override
  public boolean stray(Part multipart, InputStream raw, Impression into) throws IOException {
    return StrayParts.hasParts(raw);
  }
}
