package cn.baosong.desk;

import cn.baosong.core.submission.Digest;
import cn.baosong.core.submission.Receipt;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/** The content-addressed archive of original bytes with their evidence (house.md 3). */
public interface Archive {
  /**
   * Stores bytes, hashing while writing, and returns once file and directory are on disk. Storing
   * the same bytes again keeps the first copy.
   */
  Stored keep(InputStream bytes) throws IOException;

  /**
   * Writes the evidence of one arrival beside its bytes, on disk when this returns; idempotent by
   * receipt id.
   */
  void keepEvidence(Receipt receipt) throws IOException;

  /** The original, byte for byte as received; never to be written. */
  Path original(Digest digest);

  /** What was stored. */
  record Stored(Digest digest, long bytes) {}
}
