package cn.baosong.camel.server;

import java.io.IOException;
import java.io.InputStream;

/**
 * What the office asks of a server, whatever it speaks. Paths are absolute, their bytes carried as
 * Latin-1; a line that broke is opened again at the next question.
 */
interface Line {
  /** Where the account logs in. */
  String home() throws IOException;

  /** What a folder holds, {@code most} entries of it at most. */
  Entry.Listing list(String folder, int most) throws IOException;

  /** Whether a listing tells times to the second in UTC, as {@link #stat} does. */
  boolean listsExactTimes();

  /** A size of -1 is one that the server does not tell. */
  Entry.Stat stat(String path) throws IOException;

  /**
   * A file from a byte on. Its end is told only when the server says that it was sent whole.
   *
   * @throws NoResume where the server cannot begin there
   */
  InputStream read(String path, long from) throws IOException;

  /** Whether a file lies there. */
  boolean exists(String path) throws IOException;

  void rename(String from, String to) throws IOException;

  /** Makes a folder unless it is there. */
  void makeFolder(String path) throws IOException;

  /** Writes a small file of ours. */
  void write(String path, byte[] bytes) throws IOException;

  /** Takes a file of ours away. */
  void delete(String path) throws IOException;

  /** Closes the line, whatever state it is in. */
  void drop();

  /** The server answers, and the answer is no: it is not there, or not ours to see. */
  final class Refusal extends IOException {
    private static final long serialVersionUID = 1L;

    Refusal(String answer) {
      super(answer);
    }
  }

  /** The server can only begin at the beginning. */
  final class NoResume extends IOException {
    private static final long serialVersionUID = 1L;

    NoResume(String answer) {
      super(answer);
    }
  }
}
