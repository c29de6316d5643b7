package cn.baosong.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import cn.baosong.core.submission.Channel;
import cn.baosong.core.submission.Receipt;
import cn.baosong.core.submission.Submission;
import cn.baosong.core.submission.SubmissionState;
import cn.baosong.core.submission.TrustClass;
import cn.baosong.desk.Reception;
import cn.baosong.desk.Reconciliation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Uploads as they come in from servers of every kind. */
class ServerJourneyTest extends ServerOffice {
  private static final String UNIT = "12999900MB00000086";

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

  /** M18 by files: each whole in itself, one delivery once all are there. */
  @Test
  void joinsPackagesThatAreMarkedAsPartsOnceAllAreThere() throws IOException {
    byte[] first = part("papers1of3.zip", "冯一", 61);
    Submission waiting = once(digest(first), SubmissionState.AWAITING_PARTS);
    assertThat(waiting.defects()).anyMatch(d -> d.sentence().contains("3 件材料中的第 1 件"));
    assertThat(letter(waiting, "RECEIPT")).contains(waiting.number().value());
    byte[] third = part("papers3of3.zip", "冯三", 63);
    once(digest(third), SubmissionState.AWAITING_PARTS);
    byte[] second = part("papers2of3.zip", "冯二", 62);
    Submission whole = once(digest(second), SubmissionState.PROCESSED);
    assertThat(whole.originals()).containsExactly(digest(first), digest(second), digest(third));
    assertThat(dossiersOf(whole))
        .extracting(d -> d.candidate().name())
        .containsExactlyInAnyOrder("冯一", "冯二", "冯三");
    Submission taken = once(digest(first), SubmissionState.PROCESSED);
    assertThat(taken.defects()).anyMatch(d -> d.sentence().contains(whole.number().value()));
    assertThat(taken.first().received()).isEqualTo(waiting.first().received());
    assertThat(dossiersOf(taken)).isEmpty();
  }

  private byte[] part(String name, String candidate, int serial) throws IOException {
    LocalDate born = LocalDate.of(1975, 6, 1);
    Path zip = Files.createTempFile("part", ".zip");
    HandMade.of("sx-bqw-2020", UNIT, "示例大学")
        .candidate(candidate, Identities.of(born, serial), born)
        .zip(zip);
    byte[] bytes = Files.readAllBytes(zip);
    Files.delete(zip);
    return upload("sftp", UNIT + "/" + name, bytes);
  }

  /** D09: another process holds the folder; when it is killed its lease ends, and this goes on. */
  @Test
  void takesAFolderOverFromAProcessThatWasKilled(@Autowired JdbcClient jdbc) throws IOException {
    registered(upload("implicit", "before.zip"));
    lease(jdbc, "'another process'", "+ interval '5' minute");
    Instant held = source("implicit/").lastLook().orElseThrow();
    byte[] file = upload("implicit", "of-the-killed.zip");
    await().pollDelay(Duration.ofSeconds(4)).until(() -> true);
    assertThat(submissions.byDigest(digest(file))).isEmpty();
    lease(jdbc, "'another process'", "- interval '1' second");
    Receipt receipt = registered(file).first();
    assertThat(registered(file).receipts()).hasSize(1);
    assertThat(receipt.received().interval().earliest())
        .isBefore(receipt.received().interval().latest().minusSeconds(3));
    // the look that brought it ends a little later
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> assertThat(source("implicit/").lastLook().orElseThrow()).isAfter(held));
  }

  private static void lease(JdbcClient jdbc, String holder, String until) {
    jdbc.sql(
            "update mail_folder set holder = "
                + holder
                + ", lease_until = current_timestamp "
                + until
                + " where mailbox = 'implicit'")
        .update();
  }

  /** D09: the unique key decides, whatever the leases say. */
  @Test
  void registersOnceWhatTwoProcessesFetched(@Autowired Reception reception) throws Exception {
    byte[] file = upload("sftp", "fetched-twice.zip");
    Receipt first = registered(file).first();
    ExecutorService two = Executors.newFixedThreadPool(2);
    try {
      for (Future<?> one :
          List.<Future<?>>of(
              two.submit(() -> reception.register(first)),
              two.submit(() -> reception.register(first)))) {
        one.get();
      }
    } finally {
      two.shutdown();
    }
    assertThat(registered(file).receipts()).hasSize(1);
  }
}
