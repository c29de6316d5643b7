package cn.baosong.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.jcraft.jsch.ChannelSftp;
import com.jcraft.jsch.JSch;
import com.jcraft.jsch.Session;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.test.util.TestSocketUtils;

class UploadDoorTest {
  private static final UploadDoor.Account ACCOUNT = new UploadDoor.Account("office", "demo");

  /** As the demo's own folder is: {@code ./var/demo}. */
  @Test
  void showsWhatLiesInAFolderBelowTheWorkingDirectory() throws Exception {
    Path home = Files.createTempDirectory(Path.of("target"), "door");
    Path folder = Files.createDirectory(home.resolve("sftp"));
    Files.writeString(folder.resolve("05.zip"), "a package");
    int port = TestSocketUtils.findAvailableTcpPort();
    try (UploadDoor door =
        UploadDoor.sftp(port, folder, home.resolve("known"), ACCOUNT, Duration.ZERO)) {
      assertThat(door).isNotNull();
      JSch client = new JSch();
      client.setKnownHosts(home.resolve("known").toString());
      Session session = client.getSession(ACCOUNT.user(), "127.0.0.1", port);
      session.setPassword(ACCOUNT.password());
      session.connect();
      ChannelSftp channel = (ChannelSftp) session.openChannel("sftp");
      channel.connect();
      assertThat(channel.ls("/"))
          .extracting(ChannelSftp.LsEntry::getFilename)
          .filteredOn(name -> !name.startsWith("."))
          .containsExactly("05.zip");
      session.disconnect();
    }
  }
}
