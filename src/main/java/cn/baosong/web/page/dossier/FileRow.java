package cn.baosong.web.page.dossier;

import cn.baosong.core.dossier.Masking;
import cn.baosong.core.submission.Document;
import java.util.Locale;
import java.util.Optional;

/**
 * A file of the package.
 *
 * @param digest SHA-256, by which it is asked for
 * @param size as people read it
 */
public record FileRow(String path, String size, String digest, Optional<Integer> pages) {
  private static final int KILO = 1024;

  static FileRow of(Document document) {
    return new FileRow(
        Masking.text(document.path()),
        size(document.bytes()),
        document.digest().hex(),
        document.pages());
  }

  /** The first 16 hexadecimal digits, as letters print them. */
  public String brief() {
    return digest.substring(0, 16);
  }

  static String size(long bytes) {
    if (bytes < KILO) {
      return bytes + " B";
    }
    return bytes < KILO * KILO
        ? String.format(Locale.ROOT, "%.1f kB", bytes / (double) KILO)
        : String.format(Locale.ROOT, "%.1f MB", bytes / (double) KILO / KILO);
  }
}
