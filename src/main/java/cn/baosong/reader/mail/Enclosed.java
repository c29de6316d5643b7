package cn.baosong.reader.mail;

import java.io.IOException;
import java.io.InputStream;

/** What happens to that which a mail encloses. */
interface Enclosed {
  /** Nothing is decoded. */
  Enclosed UNSEEN =
      new Enclosed() {
        @Override
        public void file(Part part, String name, InputStream plain, Impression into) {}

        @Override
        public boolean stray(Part multipart, InputStream raw, Impression into) throws IOException {
          return StrayParts.hasParts(raw);
        }
      };

  /**
   * A file.
   *
   * @param name as it was sent; may be empty
   * @param plain its bytes; need not be read to the end
   * @param into whoever is told of what it encloses in turn
   */
  void file(Part part, String name, InputStream plain, Impression into) throws IOException;

  /** Whether the parts of a multipart are wanted as they travelled. */
  default boolean wantsWhole(Part multipart) {
    return false;
  }

  /** The next part of such a multipart, from its header on. */
  default void whole(Part multipart, InputStream raw, Impression into) throws IOException {}

  /**
   * What stands where no part should be.
   *
   * @return whether parts are among it
   */
  boolean stray(Part multipart, InputStream raw, Impression into) throws IOException;
}
