package cn.baosong.camel.server;

import java.io.IOException;
import java.util.List;
import org.apache.camel.component.file.GenericFileOperationFailedException;
import org.apache.commons.net.ftp.FTPFile;

/** A file as camel-ftp carries it over FTP: under a name that means nothing to it. */
final class HeldFtp extends FTPFile implements Held {
  private static final long serialVersionUID = 1L;
  private final transient ServerFile file;

  HeldFtp(ServerFile file) {
    this.file = file;
    setType(FILE_TYPE);
    setName(Held.token(file));
    setSize(file.size());
  }

  static FTPFile[] of(List<ServerFile> files) {
    return files.stream().map(HeldFtp::new).toArray(FTPFile[]::new);
  }

  static void begin(FtpLine line) {
    try {
      line.begin();
    } catch (IOException lost) {
      throw new GenericFileOperationFailedException(lost.getMessage(), lost);
    }
  }

  @Override
  public ServerFile file() {
    return file;
  }
}
