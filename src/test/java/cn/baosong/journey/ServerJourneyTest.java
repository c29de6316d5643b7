package cn.baosong.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.baosong.core.submission.Channel;
import cn.baosong.core.submission.Receipt;
import cn.baosong.core.submission.Submission;
import cn.baosong.core.submission.TrustClass;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Uploads as they come in from servers of every kind. */
class ServerJourneyTest extends ServerOffice {
  @Test
  void givesAnUploadBySftpItsNumberAndItsReceipt() throws IOException {
    byte[] file = upload("sftp", "first.zip");
    Submission registered = registered(file);
    Receipt receipt = registered.first();
    assertThat(receipt.channel()).isEqualTo(Channel.SFTP);
    assertThat(receipt.nativeId()).startsWith("sftp/first.zip/" + file.length + "/");
    assertThat(receipt.name()).isEqualTo("first.zip");
    assertThat(receipt.received().trust()).isNotEqualTo(TrustClass.A);
    assertThat(letter(registered, "RECEIPT")).contains(registered.number().value());
    assertThat(UPLOADS.folder("sftp").resolve("first.zip")).hasBinaryContent(file);
  }

  @Test
  void movesAnUploadByFtpOnceItIsRegistered() throws IOException {
    byte[] file = upload("ftp", "first.zip");
    assertThat(registered(file).first().channel()).isEqualTo(Channel.FTP);
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              assertThat(UPLOADS.folder("ftp").resolve("received/first.zip"))
                  .hasBinaryContent(file);
              assertThat(UPLOADS.folder("ftp").resolve("first.zip")).doesNotExist();
            });
  }
}
