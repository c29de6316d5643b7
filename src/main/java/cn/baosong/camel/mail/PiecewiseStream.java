package cn.baosong.camel.mail;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Reads a large mail piece by piece, so that it is never in memory as a whole. */
final class PiecewiseStream extends InputStream {
  private final Pieces pieces;
  private byte[] piece = new byte[0];
  private int next;
  private long fetched;
  private boolean ended;

  /** Where the pieces come from. */
  @FunctionalInterface
  interface Pieces {
    Optional<byte[]> from(long place) throws MessagingException;
  }

  PiecewiseStream(Pieces pieces) {
    this.pieces = pieces;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (next == piece.length && !refill()) {
      return -1;
    }
    int count = Math.min(length, piece.length - next);
    System.arraycopy(piece, next, into, offset, count);
    next += count;
    return count;
  }

  /** A short piece is the last one. */
  private boolean refill() throws IOException {
    if (ended) {
      return false;
    }
    try {
      piece = pieces.from(fetched).orElse(new byte[0]);
    } catch (MessagingException lost) {
      throw new IOException("a mail could not be fetched whole", lost);
    }
    next = 0;
    fetched += piece.length;
    ended = piece.length < ImapCommands.AT_ONCE;
    return piece.length > 0;
  }
}
