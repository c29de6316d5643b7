package cn.baosong.reader.archive;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.archivers.zip.ZipMethod;

/**
 * The plain bytes of one zip entry. LZMA, XZ and Zstandard, which 7-Zip and Bandizip offer, pass
 * through decoders of our own bounds: the library would take whatever memory the header asks for.
 */
final class ZipContent {
  private static final Set<Integer> BOUNDED_BY_THE_LIBRARY =
      codes(ZipMethod.STORED, ZipMethod.DEFLATED, ZipMethod.ENHANCED_DEFLATED, ZipMethod.BZIP2);

  private static final Set<Integer> LZMA = codes(ZipMethod.LZMA);
  private static final Set<Integer> XZ = codes(ZipMethod.XZ);
  private static final Set<Integer> ZSTD = codes(ZipMethod.ZSTD, ZipMethod.ZSTD_DEPRECATED);
  private static final int ENDS_WITH_MARKER = 1 << 1;

  private ZipContent() {}

  static boolean isReadable(ZipArchiveEntry entry) {
    return Stream.of(BOUNDED_BY_THE_LIBRARY, LZMA, XZ, ZSTD)
        .anyMatch(codes -> codes.contains(entry.getMethod()));
  }

  static InputStream of(ZipFile zip, ZipArchiveEntry entry) throws IOException {
    int method = entry.getMethod();
    if (BOUNDED_BY_THE_LIBRARY.contains(method)) {
      return zip.getInputStream(entry);
    }
    InputStream packed = new BufferedInputStream(zip.getRawInputStream(entry));
    if (LZMA.contains(method)) {
      boolean marked = (entry.getRawFlag() & ENDS_WITH_MARKER) != 0;
      return Decoders.lzma(packed, marked ? -1 : entry.getSize());
    }
    return XZ.contains(method) ? Decoders.xz(packed) : Decoders.zstd(packed);
  }

  private static Set<Integer> codes(ZipMethod... methods) {
    return Stream.of(methods).map(ZipMethod::getCode).collect(Collectors.toUnmodifiableSet());
  }
}
