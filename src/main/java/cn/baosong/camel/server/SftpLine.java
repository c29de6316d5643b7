package cn.baosong.camel.server;

import com.jcraft.jsch.ChannelSftp;
import com.jcraft.jsch.SftpATTRS;
import com.jcraft.jsch.SftpException;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The questions in SFTP, over the channel that the office's operations hold. */
final class SftpLine implements Line {
  private final Supplier<ChannelSftp> channel;
  private final Runnable dropping;

  /**
   * @param channel open; connects and logs in when it is not
   */
  SftpLine(Supplier<ChannelSftp> channel, Runnable dropping) {
    this.channel = channel;
    this.dropping = dropping;
  }

  /** What a server is asked. */
  @FunctionalInterface
  private interface Question<T> {
    T ask(ChannelSftp channel) throws SftpException;
  }

  private <T> T ask(Question<T> question) throws IOException {
    try {
      return question.ask(channel.get());
    } catch (SftpException refused) {
      throw told(refused);
    }
  }

  private static IOException told(SftpException refused) {
    boolean no =
        refused.id == ChannelSftp.SSH_FX_NO_SUCH_FILE
            || refused.id == ChannelSftp.SSH_FX_PERMISSION_DENIED;
    return no
        ? new Line.Refusal(String.valueOf(refused.getMessage()))
        : new IOException(refused.getMessage(), refused);
  }

  /** JSch takes stars and question marks for patterns. */
  private static String quoted(String path) {
    return path.replaceAll("([\\\\*?])", "\\\\$1");
  }

  @Override
  public String home() throws IOException {
    return ask(ChannelSftp::getHome);
  }

  @Override
  public Entry.Listing list(String folder, int most) throws IOException {
    List<Entry> entries = new ArrayList<>();
    boolean[] cut = new boolean[1];
    ask(
        channel -> {
          channel.ls(
              quoted(folder),
              line -> {
                if (entries.size() == most) {
                  cut[0] = true;
                  return ChannelSftp.LsEntrySelector.BREAK;
                }
                add(line, entries);
                return ChannelSftp.LsEntrySelector.CONTINUE;
              });
          return folder;
        });
    return new Entry.Listing(entries, cut[0], 0);
  }

  @Override
  public boolean listsExactTimes() {
    return true;
  }

  private static void add(ChannelSftp.LsEntry line, List<Entry> into) {
    String name = line.getFilename();
    if (!name.equals(".") && !name.equals("..")) {
      SftpATTRS told = line.getAttrs();
      into.add(
          new Entry(name, kind(told, line.getLongname()), told.getSize(), Optional.of(at(told))));
    }
  }

  private static Entry.Kind kind(SftpATTRS told, @Nullable String written) {
    if ((told.getFlags() & SftpATTRS.SSH_FILEXFER_ATTR_PERMISSIONS) != 0) {
      return told.isLink()
          ? Entry.Kind.LINK
          : told.isDir() ? Entry.Kind.FOLDER : told.isReg() ? Entry.Kind.FILE : Entry.Kind.OTHER;
    }
    return switch (written == null || written.isEmpty() ? '?' : written.charAt(0)) {
      case 'd' -> Entry.Kind.FOLDER;
      case 'l' -> Entry.Kind.LINK;
      case '-' -> Entry.Kind.FILE;
      default -> Entry.Kind.OTHER;
    };
  }

  private static Instant at(SftpATTRS told) {
    return Instant.ofEpochSecond(told.getMTime() & 0xFFFFFFFFL);
  }

  /** Of the entry itself: what has become a link meanwhile has changed. */
  @Override
  public Entry.Stat stat(String path) throws IOException {
    SftpATTRS told = ask(channel -> channel.lstat(quoted(path)));
    if (!told.isReg()) {
      throw new WholeFile.Changed();
    }
    return new Entry.Stat(told.getSize(), Optional.of(at(told)));
  }

  @Override
  public InputStream read(String path, long from) throws IOException {
    InputStream bytes = ask(channel -> channel.get(quoted(path), null, from));
    return new FilterInputStream(bytes) {
      private boolean ended;

      @Override
      public int read() throws IOException {
        int one = in.read();
        ended |= one < 0;
        return one;
      }

      @Override
      public int read(byte[] into, int offset, int length) throws IOException {
        int count = in.read(into, offset, length);
        ended |= count < 0;
        return count;
      }

      /** Answers may still be on their way for what is left before its end. */
      @Override
      public void close() throws IOException {
        if (ended) {
          in.close();
        } else {
          drop();
        }
      }
    };
  }

  @Override
  public void rename(String from, String to) throws IOException {
    ask(
        channel -> {
          channel.rename(quoted(from), quoted(to));
          return to;
        });
  }

  @Override
  public void makeFolder(String path) throws IOException {
    if (!exists(path)) {
      ask(
          channel -> {
            channel.mkdir(quoted(path));
            return path;
          });
    }
  }

  @Override
  public boolean exists(String path) throws IOException {
    try {
      channel.get().stat(quoted(path));
      return true;
    } catch (SftpException refused) {
      if (refused.id == ChannelSftp.SSH_FX_NO_SUCH_FILE) {
        return false;
      }
      throw told(refused);
    }
  }

  @Override
  public void write(String path, byte[] bytes) throws IOException {
    ask(
        channel -> {
          channel.put(new ByteArrayInputStream(bytes), quoted(path));
          return path;
        });
  }

  @Override
  public void delete(String path) throws IOException {
    ask(
        channel -> {
          channel.rm(quoted(path));
          return path;
        });
  }

  @Override
  public void drop() {
    dropping.run();
  }
}
