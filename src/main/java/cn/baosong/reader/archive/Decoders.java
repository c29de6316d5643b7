package cn.baosong.reader.archive;

import com.github.junrar.exception.UnsupportedDictionarySizeException;
import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdIOException;
import com.github.luben.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.tukaani.xz.LZMAInputStream;
import org.tukaani.xz.MemoryLimitException;
import org.tukaani.xz.XZInputStream;

/** Decoders whose memory is bounded before it is taken, whatever a header asks for. */
final class Decoders {
  /** Enough for {@code xz -9} and what 7-Zip and WinRAR choose, dictionaries of up to 64 MiB. */
  static final int MEMORY_MIB = 80;

  static final int MEMORY_KIB = MEMORY_MIB << 10;

  static final long DICTIONARY = 64L << 20;
  private static final int DICTIONARY_LOG = 26;

  private static final int BUFFER = 1 << 16;

  private Decoders() {}

  static InputStream gzip(InputStream in) throws IOException {
    return new GZIPInputStream(in, BUFFER);
  }

  static InputStream bzip2(InputStream in) throws IOException {
    return new BZip2CompressorInputStream(in, true);
  }

  static InputStream xz(InputStream in) throws IOException {
    return new XZInputStream(in, MEMORY_KIB);
  }

  static InputStream zstd(InputStream in) throws IOException {
    return new ZstdInputStream(in).setLongMax(DICTIONARY_LOG);
  }

  /**
   * LZMA inside a zip (APPNOTE 5.8.8): a version, the length of the properties, then the data.
   *
   * @param size of the plain bytes; −1 when the data end with a marker
   */
  static InputStream lzma(InputStream in, long size) throws IOException {
    ByteBuffer head = ZipDirectory.little(in.readNBytes(9));
    if (head.limit() < 9 || head.getShort(2) != 5) {
      throw new EOFException("no LZMA properties");
    }
    byte properties = head.get(4);
    int dictionary = head.getInt(5);
    int needed = LZMAInputStream.getMemoryUsage(dictionary, properties);
    if (needed > MEMORY_KIB) {
      throw new MemoryLimitException(needed, MEMORY_KIB);
    }
    return new LZMAInputStream(new BufferedInputStream(in, BUFFER), size, properties, dictionary);
  }

  /** Whether a decoder gave up because the sender's dictionary is too large. */
  static boolean isHunger(Throwable fault) {
    return fault instanceof MemoryLimitException
        || fault instanceof UnsupportedDictionarySizeException
        || fault instanceof org.apache.commons.compress.MemoryLimitException
        || (fault instanceof ZstdIOException zstd
            && zstd.getErrorCode() == Zstd.errFrameParameterWindowTooLarge());
  }
}
