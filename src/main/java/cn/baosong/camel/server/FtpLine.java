package cn.baosong.camel.server;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.net.ftp.FTPClient;
import org.apache.commons.net.ftp.FTPFile;
import org.apache.commons.net.ftp.FTPFileEntryParser;
import org.apache.commons.net.ftp.FTPReply;
import org.apache.commons.net.ftp.parser.DefaultFTPFileEntryParserFactory;
import org.apache.commons.net.ftp.parser.MLSxEntryParser;
import org.jspecify.annotations.Nullable;

/**
 * The questions in FTP, over the client that camel-ftp holds. Folders are entered before they are
 * listed: an argument of LIST is an option or a pattern to some servers.
 */
final class FtpLine implements Line {
  private final FTPClient client;
  private final DataDoor data;
  private final Runnable opening;
  private boolean machineListing;
  private @Nullable FTPFileEntryParser parser;

  /** Opens a data connection; only a subclass of the client can. */
  @FunctionalInterface
  interface DataDoor {
    @Nullable Socket open(String command) throws IOException;
  }

  /**
   * @param opening connects and logs in, as camel-ftp does
   */
  FtpLine(FTPClient client, DataDoor data, Runnable opening) {
    client.setControlEncoding(StandardCharsets.ISO_8859_1.name());
    client.setIpAddressFromPasvResponse(false);
    this.client = client;
    this.data = data;
    this.opening = opening;
  }

  private void ready() {
    if (!client.isConnected()) {
      opening.run();
    }
  }

  /** After log-in: what the server offers, and UTF-8 where it does. */
  void begin() throws IOException {
    machineListing = client.hasFeature("MLST") || client.hasFeature("MLSD");
    parser = null;
    if (client.hasFeature("UTF8")) {
      client.sendCommand("OPTS", "UTF8 ON");
    }
  }

  @Override
  public String home() throws IOException {
    ready();
    String home = client.printWorkingDirectory();
    if (home == null) {
      throw refused("PWD");
    }
    return home;
  }

  @Override
  public Entry.Listing list(String folder, int most) throws IOException {
    ready();
    if (!client.changeWorkingDirectory(folder)) {
      throw refused("CWD");
    }
    FTPFileEntryParser by = machineListing ? MLSxEntryParser.getInstance() : parser();
    List<Entry> entries = new ArrayList<>();
    boolean cut;
    int unread;
    try (Socket socket = data.open(machineListing ? "MLSD" : "LIST")) {
      if (socket == null) {
        throw refused("LIST");
      }
      ListingLines lines = new ListingLines(socket.getInputStream(), most);
      cut = lines.read(by, f -> add(f, entries));
      unread = lines.unread();
    }
    if (cut) {
      drop(); // the server may still be talking
    } else if (!client.completePendingCommand()) {
      throw refused("LIST");
    }
    return new Entry.Listing(entries, cut, unread);
  }

  /** What LIST prints has the precision of a minute or a day, in nobody knows which zone. */
  @Override
  public boolean listsExactTimes() {
    return machineListing;
  }

  private FTPFileEntryParser parser() throws IOException {
    FTPFileEntryParser known = parser;
    if (known == null) {
      String system = client.getSystemType();
      known = new DefaultFTPFileEntryParserFactory().createFileEntryParser(system);
      parser = known;
    }
    return known;
  }

  private void add(FTPFile file, List<Entry> into) {
    String name = file.getName();
    boolean self = name == null || name.equals(".") || name.equals("..") || isOwnFolder(file);
    if (!self) {
      into.add(new Entry(name, kind(file), file.getSize(), Optional.ofNullable(at(file))));
    }
  }

  private static @Nullable Instant at(FTPFile file) {
    return file.getTimestampInstant();
  }

  private static boolean isOwnFolder(FTPFile file) {
    String raw = String.valueOf(file.getRawListing()).toLowerCase(Locale.ROOT);
    return raw.contains("type=cdir;") || raw.contains("type=pdir;");
  }

  private static Entry.Kind kind(FTPFile file) {
    String raw = String.valueOf(file.getRawListing());
    if (file.isSymbolicLink() || raw.toLowerCase(Locale.ROOT).contains("type=os.unix=slink")) {
      return Entry.Kind.LINK;
    }
    if (file.isDirectory()) {
      return Entry.Kind.FOLDER;
    }
    boolean device = !raw.isEmpty() && "bcps".indexOf(raw.charAt(0)) >= 0 && raw.length() > 9;
    return file.isFile() && !(device && raw.charAt(4) != '=') ? Entry.Kind.FILE : Entry.Kind.OTHER;
  }

  @Override
  public Entry.Stat stat(String path) throws IOException {
    ready();
    if (machineListing) {
      FTPFile told = client.mlistFile(path);
      if (told != null) {
        return new Entry.Stat(told.getSize(), Optional.ofNullable(at(told)));
      }
    }
    String size = client.getSize(path);
    if (size == null && client.getReplyCode() == FTPReply.FILE_UNAVAILABLE) {
      throw refused("SIZE");
    }
    return new Entry.Stat(size == null ? -1 : Long.parseLong(size.trim()), modified(path));
  }

  private Optional<Instant> modified(String path) throws IOException {
    return Optional.ofNullable(client.mdtmInstant(path));
  }

  @Override
  public InputStream read(String path, long from) throws IOException {
    ready();
    client.setRestartOffset(from);
    InputStream bytes;
    try {
      bytes = client.retrieveFileStream(path);
    } finally {
      client.setRestartOffset(0);
    }
    if (bytes == null && from > 0 && client.getReplyCode() >= 500) {
      throw new Line.NoResume(client.getReplyString());
    }
    if (bytes == null) {
      throw refused("RETR");
    }
    return new Transfer(bytes);
  }

  @Override
  public boolean exists(String path) throws IOException {
    ready();
    if (client.getSize(path) != null) {
      return true;
    }
    if (client.getReplyCode() == FTPReply.FILE_UNAVAILABLE) {
      return false;
    }
    int name = path.lastIndexOf('/') + 1;
    return list(path.substring(0, Math.max(1, name - 1)), Integer.MAX_VALUE).entries().stream()
        .anyMatch(entry -> entry.name().equals(path.substring(name)));
  }

  @Override
  public void rename(String from, String to) throws IOException {
    ready();
    if (!client.rename(from, to)) {
      throw refused("RNTO");
    }
  }

  @Override
  public void makeFolder(String path) throws IOException {
    ready();
    if (!client.changeWorkingDirectory(path) && !client.makeDirectory(path)) {
      throw refused("MKD");
    }
  }

  @Override
  public void write(String path, byte[] bytes) throws IOException {
    ready();
    if (!client.storeFile(path, new ByteArrayInputStream(bytes))) {
      throw refused("STOR");
    }
  }

  @Override
  public void delete(String path) throws IOException {
    ready();
    if (!client.deleteFile(path)) {
      throw refused("DELE");
    }
  }

  @Override
  public void drop() {
    try {
      client.disconnect();
    } catch (IOException gone) {
      parser = null;
    }
  }

  private IOException refused(String command) {
    int code = client.getReplyCode();
    String answer = command + ": " + String.valueOf(client.getReplyString()).strip();
    return code == FTPReply.FILE_UNAVAILABLE ? new Line.Refusal(answer) : new Answer(answer, code);
  }

  /** What the server answered instead. */
  static final class Answer extends IOException {
    private static final long serialVersionUID = 1L;
    private final int code;

    Answer(String words, int code) {
      super(words);
      this.code = code;
    }

    int code() {
      return code;
    }
  }

  /** A transfer ends when the server says on the other line that it has ended well. */
  private final class Transfer extends FilterInputStream {
    private boolean ended;

    Transfer(InputStream bytes) {
      super(bytes);
    }

    @Override
    public int read() throws IOException {
      int one = in.read();
      return one < 0 ? ended(one) : one;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      int count = in.read(into, offset, length);
      return count < 0 ? ended(count) : count;
    }

    private int ended(int answer) throws IOException {
      if (!ended) {
        ended = true;
        in.close();
        if (!client.completePendingCommand()) {
          throw refused("RETR");
        }
      }
      return answer;
    }

    /** Left before its end: the server is still talking, so the line is of no use any more. */
    @Override
    public void close() throws IOException {
      in.close();
      if (!ended) {
        ended = true;
        client.disconnect();
      }
    }
  }
}
