package cn.baosong.reader.office;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/** Looks at what an office document carries. */
public final class OfficeDocument {
  private static final Set<String> SUFFIXES =
      Set.of(
          "doc", "docx", "docm", "dot", "dotx", "dotm", "xls", "xlsx", "xlsm", "xlsb", "xlt",
          "xltx", "xltm", "ppt", "pptx", "pptm", "pps", "ppsx", "ppsm", "wps", "et", "dps", "odt",
          "ods", "odp", "rtf");

  private OfficeDocument() {}

  /** Whether a file that is a zip calls itself a document: any archive is a zip. */
  public static boolean isNamedSo(String name) {
    return SUFFIXES.contains(
        name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT).strip());
  }

  /**
   * What a document of zipped parts (ECMA-376, ODF) carries; nothing for a damaged one.
   *
   * @throws BeyondLimits when it unpacks beyond measure
   * @throws IOException when our own disk fails
   */
  public static Set<Cargo> ofZip(Path file) throws IOException, BeyondLimits {
    return PackedDocument.cargo(file);
  }

  /** What a compound file (MS-CFB) carries; nothing for a damaged one. */
  public static Set<Cargo> ofCompoundFile(Path file) {
    return CompoundDocument.cargo(file);
  }
}
