package cn.baosong.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import cn.baosong.core.submission.Channel;
import cn.baosong.core.submission.Receipt;
import cn.baosong.core.submission.Submission;
import cn.baosong.core.submission.TrustClass;
import cn.baosong.desk.Reconciliation;
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

  @Test
  void takesUploadsByExplicitAndImplicitTls() throws IOException {
    byte[] explicit = upload("ftps", "encrypted.zip");
    byte[] implicit = upload("implicit", "encrypted.zip");
    assertThat(registered(explicit).first().nativeId()).startsWith("ftps/encrypted.zip/");
    assertThat(registered(implicit).first().nativeId()).startsWith("implicit/encrypted.zip/");
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(UPLOADS.folder("ftps").resolve("encrypted.zip.received"))
                    .hasBinaryContent(explicit));
  }

  @Test
  void opensWithAKeyAndTakesWhatAMarkSaysIsWhole() throws IOException {
    byte[] marked = upload("keyed", "marked.zip");
    upload("keyed", "marked.zip.done", new byte[0]);
    upload("keyed", "unmarked.zip");
    assertThat(registered(marked).first().channel()).isEqualTo(Channel.SFTP);
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(source("keyed/").difference())
                    .extracting(Reconciliation.Item::name, Reconciliation.Item::reason)
                    .containsExactly(tuple("unmarked.zip", "等待完成标记 unmarked.zip.done")));
    assertThat(source("keyed/").held()).isEqualTo(2);
    assertThat(source("keyed/").registered()).isEqualTo(1);
  }

  @Test
  void tellsAHostThatIsNotTheKnownOneNothing() {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              assertThat(source("stranger/").error())
                  .hasValueSatisfying(told -> assertThat(told).contains("主机密钥"));
              assertThat(source("untrusted/").error())
                  .hasValueSatisfying(told -> assertThat(told).contains("证书不可信"));
            });
    assertThat(UPLOADS.wasToldAPassword("stranger")).isFalse();
    assertThat(source("sftp/").error()).isEmpty();
  }

  @Test
  void takesUploadsOfAServerThatARouteFileNames() throws IOException {
    byte[] file = upload("routed", "110000/by-a-route.zip");
    assertThat(registered(file).first().nativeId()).startsWith("routed/110000/by-a-route.zip/");
  }
}
