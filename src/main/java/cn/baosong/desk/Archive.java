package cn.baosong.desk;

import cn.baosong.core.submission.Digest;
import cn.baosong.core.submission.Receipt;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The content-addressed archive of original bytes with their evidence (house.md 3). */
public interface Archive {
  /**
   * Stores bytes, hashing while writing, and returns once they are on disk; their name is there for
   * certain once their evidence is kept. Storing the same bytes again keeps the first copy; bytes
   * that were sealed stay sealed.
   */
  Stored keep(InputStream bytes) throws IOException;

  /**
   * Writes the evidence of one arrival beside its bytes. When this returns, both are on disk by
   * their names; idempotent by receipt id.
   */
  void keepEvidence(Receipt receipt) throws IOException;

  /** The original, byte for byte as received; never to be written, and gone once it is sealed. */
  Path original(Digest digest);

  /**
   * Seals an original: the one copy moves to where only its holder may look, a tombstone takes its
   * place. Sealing again changes nothing; what a crash cuts short is completed at the next start.
   */
  void seal(Sealing sealing) throws IOException;

  /** The sealing of an original; empty while it lies in the archive. */
  Optional<Sealing> sealing(Digest digest) throws IOException;

  /** What lies sealed and was not taken away by its holder, the newest first. */
  List<Sealing> sealed() throws IOException;

  /** What was stored. */
  record Stored(Digest digest, long bytes) {}
}
