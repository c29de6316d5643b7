package cn.baosong.reader.archive;

import cn.baosong.reader.text.TextBytes;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.zip.UnicodePathExtraField;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;

/**
 * Reads the names of one zip. Flag bit 11 and the Info-ZIP Unicode field (0x7075) vouch for UTF-8;
 * the other names come from one program on one machine, so they are voted on together: short GBK
 * names can look like UTF-8 by chance, a whole archive hardly.
 */
final class ZipNames {
  private final boolean gb18030;

  private ZipNames(boolean gb18030) {
    this.gb18030 = gb18030;
  }

  static ZipNames vote(List<ZipArchiveEntry> entries) {
    return new ZipNames(
        entries.stream()
            .filter(e -> vouched(e).isEmpty())
            .anyMatch(e -> TextBytes.utf8(e.getRawName()).isEmpty()));
  }

  NameBytes.Reading of(ZipArchiveEntry entry) {
    byte[] raw = entry.getRawName();
    return vouched(entry)
        .map(NameBytes.Reading::sure)
        .orElseGet(() -> gb18030 ? NameBytes.gb18030(raw) : NameBytes.utf8First(raw));
  }

  private static Optional<String> vouched(ZipArchiveEntry entry) {
    return entry.getGeneralPurposeBit().usesUTF8ForNames()
        ? TextBytes.utf8(entry.getRawName())
        : unicodeField(entry);
  }

  /** The field counts only while it belongs to this name: its CRC is that of the plain name. */
  private static Optional<String> unicodeField(ZipArchiveEntry entry) {
    if (entry.getExtraField(UnicodePathExtraField.UPATH_ID) instanceof UnicodePathExtraField field
        && field.getUnicodeName() != null) {
      CRC32 crc = new CRC32();
      crc.update(entry.getRawName());
      return crc.getValue() == field.getNameCRC32()
          ? TextBytes.utf8(field.getUnicodeName())
          : Optional.empty();
    }
    return Optional.empty();
  }
}
