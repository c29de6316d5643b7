package bench;

import cn.baosong.carriers.Uploads;
import com.jcraft.jsch.ChannelSftp;
import com.jcraft.jsch.JSch;
import com.jcraft.jsch.Session;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.net.ftp.FTPClient;

/** The loop that everybody writes: list a folder, get one file after another. It keeps no record. */
final class PlainClient {
  private static final int BUFFER = 1 << 18;

  private final int port;
  private final Path target;

  /**
   * @param target of the bytes, which the next file overwrites
   */
  PlainClient(int port, Path target) {
    this.port = port;
    this.target = target;
  }

  /** By the library that the office uses, with its settings. */
  double bySftp(String known, int files) throws Exception {
    JSch ssh = new JSch();
    ssh.setKnownHosts(known);
    Session session = ssh.getSession(Uploads.USER, "127.0.0.1", port);
    session.setPassword(Uploads.PASSWORD);
    session.connect();
    ChannelSftp line = (ChannelSftp) session.openChannel("sftp");
    line.connect();
    List<String> names = new ArrayList<>();
    long from = System.nanoTime();
    line.ls(
        ".",
        entry -> {
          if (entry.getAttrs().isReg()) {
            names.add(entry.getFilename());
          }
          return ChannelSftp.LsEntrySelector.CONTINUE;
        });
    for (String name : names) {
      try (OutputStream out = file()) {
        line.get(name, out);
      }
    }
    double seconds = (System.nanoTime() - from) / 1e9;
    session.disconnect();
    return checked(seconds, names.size(), files);
  }

  double byFtp(int files) throws IOException {
    FTPClient line = new FTPClient();
    line.setBufferSize(BUFFER);
    line.connect("127.0.0.1", port);
    line.login(Uploads.USER, Uploads.PASSWORD);
    line.enterLocalPassiveMode();
    line.setFileType(FTPClient.BINARY_FILE_TYPE);
    long from = System.nanoTime();
    String[] names = line.listNames();
    for (String name : names) {
      try (OutputStream out = file()) {
        line.retrieveFile(name, out);
      }
    }
    double seconds = (System.nanoTime() - from) / 1e9;
    line.disconnect();
    return checked(seconds, names.length, files);
  }

  private OutputStream file() throws IOException {
    return Files.newOutputStream(
        target,
        StandardOpenOption.CREATE,
        StandardOpenOption.WRITE,
        StandardOpenOption.TRUNCATE_EXISTING);
  }

  private static double checked(double seconds, int got, int files) {
    if (got != files) {
      throw new IllegalStateException(got + " of " + files + " files");
    }
    return seconds;
  }
}
