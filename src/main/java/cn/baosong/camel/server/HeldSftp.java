package cn.baosong.camel.server;

import java.time.Instant;
import org.apache.camel.component.file.remote.SftpRemoteFile;
import org.jspecify.annotations.Nullable;

/** A file as camel-ftp carries it over SFTP: under a name that means nothing to it. */
record HeldSftp(ServerFile file) implements SftpRemoteFile<ServerFile>, Held {
  @Override
  public String getFilename() {
    return Held.token(file);
  }

  @Override
  public String getLongname() {
    return getFilename();
  }

  @Override
  public boolean isDirectory() {
    return false;
  }

  @Override
  public long getFileLength() {
    return file.size();
  }

  @Override
  public long getLastModified() {
    return file.modified().map(Instant::toEpochMilli).orElse(0L);
  }

  /** None of JSch's: what is known of the file stands here. */
  @Override
  public @Nullable ServerFile getRemoteFile() {
    return null;
  }
}
