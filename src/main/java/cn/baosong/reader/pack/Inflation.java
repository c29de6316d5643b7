package cn.baosong.reader.pack;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;

/** Counts what the streams of a PDF inflate to, since the library inflates them in memory. */
final class Inflation {
  private final long most;
  private long bytes;

  /**
   * @param most bytes that all streams together may inflate to
   */
  Inflation(long most) {
    this.most = most;
  }

  /**
   * Counts one stream.
   *
   * @throws IOException when the document has gone beyond measure, or packs its streams in ways
   *     that forms are not packed in
   */
  void check(COSStream stream) throws IOException {
    COSBase filter = stream.getFilters();
    if (filter instanceof COSArray chain) {
      if (chain.size() > 1) {
        throw new IOException("a stream packed more than once");
      }
      filter = chain.size() == 0 ? null : chain.getObject(0);
    }
    if (filter == null) {
      add(stream.getLength());
    } else if (filter.equals(COSName.FLATE_DECODE)
        || filter.equals(COSName.FLATE_DECODE_ABBREVIATION)) {
      inflate(stream);
    } else {
      throw new IOException("a stream packed by " + filter);
    }
  }

  /** As the library does it: whatever the two bytes of the header and the checksum say. */
  private void inflate(COSStream stream) throws IOException {
    Inflater inflater = new Inflater(true);
    byte[] buffer = new byte[8192];
    try (InputStream raw = stream.createRawInputStream()) {
      raw.skipNBytes(2);
      InputStream in = new InflaterInputStream(raw, inflater);
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        add(read);
      }
    } catch (ZipException | EOFException broken) {
      // The library too takes what comes before the break.
      return;
    } finally {
      inflater.end();
    }
  }

  private void add(long more) throws IOException {
    bytes += more;
    if (bytes > most) {
      throw new IOException("streams beyond " + most + " bytes");
    }
  }
}
