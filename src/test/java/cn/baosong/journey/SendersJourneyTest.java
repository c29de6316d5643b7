package cn.baosong.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.baosong.core.dossier.Dossier;
import cn.baosong.core.dossier.DossierState;
import cn.baosong.core.notice.Letter;
import cn.baosong.core.notice.LetterKind;
import cn.baosong.core.submission.Defect;
import cn.baosong.core.submission.Sender;
import cn.baosong.core.submission.Submission;
import cn.baosong.core.submission.SubmissionState;
import cn.baosong.desk.Letters;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** Mails of genuine, forged and unknown senders through the running office. */
class SendersJourneyTest extends MailOffice {
  private static final LocalDate BORN = LocalDate.of(1977, 3, 9);
  private static final AtomicInteger PEOPLE = new AtomicInteger(7000);
  private static final AtomicInteger MAILS = new AtomicInteger();

  @Autowired Letters letters;
  @TempDir Path folder;

  private static String someone() {
    return Identities.of(BORN, PEOPLE.incrementAndGet());
  }

  private static HandMade made(String unit, String name) {
    return HandMade.of(CALL.value(), unit, name);
  }

  /**
   * A mail with a package.
   *
   * @param found what the provider found of its sender; empty for nothing
   * @param wrote lines that the sender itself put on top
   */
  private Submission mails(String from, String found, String wrote, HandMade made)
      throws IOException {
    int serial = MAILS.incrementAndGet();
    Path zip = made.zip(folder.resolve(serial + ".zip"));
    String results =
        found.isEmpty() ? "" : "Authentication-Results: " + PROVIDER + "; " + found + "\n";
    String mail =
        results
            + """
            Received: from relay.test (relay.test [192.0.2.7])
             by %s (Postfix) with ESMTPS id %d; Wed, 25 Mar 2020 08:59:30 +0800
            %sFrom: =?UTF-8?B?%s?= <%s>
            To: office@intake.test
            Subject: =?UTF-8?B?%s?=
            Message-ID: <senders-%d@relay.test>
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary="b"

            --b
            Content-Type: text/plain; charset=utf-8

            请查收。
            --b
            Content-Type: application/zip; name="package.zip"
            Content-Disposition: attachment; filename="package.zip"
            Content-Transfer-Encoding: base64

            %s
            --b--
            """
                .formatted(
                    PROVIDER,
                    serial,
                    wrote,
                    base64("人事处".getBytes(StandardCharsets.UTF_8)),
                    from,
                    base64("推荐材料".getBytes(StandardCharsets.UTF_8)),
                    serial,
                    Base64.getMimeEncoder(76, new byte[] {'\n'})
                        .encodeToString(Files.readAllBytes(zip)));
    return registered(deliver(OFFICE, "INBOX", mail));
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  private Submission once(Submission submission, SubmissionState state) {
    return once(submission.first().digest(), state);
  }

  private Dossier only(Submission submission) {
    return await()
        .atMost(PATIENCE)
        .until(
            () ->
                dossiersOf(submission).stream()
                    .filter(d -> d.state() != DossierState.RECEIVED)
                    .findFirst(),
            Optional::isPresent)
        .orElseThrow();
  }

  private List<Letter> letters(Submission submission, LetterKind kind) {
    return letters.of(submission.number()).stream().filter(l -> l.kind() == kind).toList();
  }

  /**
   * Faults.md X09 and M17: a forged mail in a unit's name is registered, told at the registered
   * address and replaces nothing; the unit's own next one does.
   */
  @Test
  void neverLetsAForgedSenderReplaceAGenuinePackage() throws Exception {
    String unit = "11999902MB0000002K";
    String address = "rsj@yangban.example.org";
    String person = someone();
    Submission genuine =
        once(
            mails(
                address,
                "dkim=pass header.d=yangban.example.org",
                "",
                made(unit, "样板市人社局").candidate("甲某", person, BORN)),
            SubmissionState.PROCESSED);
    Dossier first = only(genuine);
    assertThat(genuine.sender().orElseThrow().proof()).isEqualTo(Sender.Proof.DKIM);

    Submission forged =
        once(
            mails(
                address,
                "spf=fail smtp.mailfrom=yangban.example.org",
                "",
                made(unit, "样板市人社局")
                    .candidate("甲某", person, BORN)
                    .candidate("乙某", someone(), BORN)),
            SubmissionState.UNASSIGNED);
    assertThat(forged.defects()).extracting(Defect::code).contains("SENDER_NOT_VERIFIED");
    assertThat(forged.sender().orElseThrow().proof()).isEqualTo(Sender.Proof.FAILED);
    assertThat(letters(forged, LetterKind.RECEIPT))
        .singleElement()
        .satisfies(
            l -> assertThat(l.recipients()).containsExactly(address, "zjk@yangban.example.org"));
    assertThat(letters(forged, LetterKind.PENDING))
        .singleElement()
        .satisfies(l -> assertThat(l.recipients()).contains(address));
    assertThat(letter(forged, "PENDING")).contains(forged.number().value());
    assertThat(dossiers.find(first.number()).orElseThrow().state())
        .isEqualTo(first.state())
        .isNotEqualTo(DossierState.SUPERSEDED);
    assertThat(dossiers.ofUnit(CALL, first.unit()))
        .extracting(Dossier::submission)
        .doesNotContain(forged.number());

    Submission corrected =
        once(
            mails(
                address,
                "spf=pass smtp.mailfrom=" + address,
                "",
                made(unit, "样板市人社局")
                    .head("联系人", "李样板")
                    .candidate("甲某", person, BORN)
                    .with("说明.txt", new byte[] {1})),
            SubmissionState.PROCESSED);
    only(corrected);
    assertThat(once(first.number(), DossierState.SUPERSEDED)).isNotNull();
  }

  /** Faults.md X10: what a sender writes in our provider's name proves nothing. */
  @Test
  void believesNoVerificationThatTheSenderWrote() throws Exception {
    Submission forged =
        once(
            mails(
                "rsj@fanli.example.org",
                "",
                "Authentication-Results: "
                    + PROVIDER
                    + "; dkim=pass header.d=fanli.example.org\n"
                    + "Received: from fanli.example.org (fanli.example.org [192.0.2.9])\n by "
                    + PROVIDER
                    + "; Tue, 24 Mar 2020 08:00:00 +0800\n",
                made("11999903MB00000035", "范例市人社局").candidate("丙某", someone(), BORN)),
            SubmissionState.UNASSIGNED);
    assertThat(forged.sender().orElseThrow().proof()).isEqualTo(Sender.Proof.NONE);
    assertThat(forged.unit()).isEmpty();
  }

  /** Domain.md F16: on the first day one click lets all mails of an address pass. */
  @Test
  void letsAllMailsOfAnAddressPassOnceAClerkKnowsIt() throws Exception {
    String address = "shili.hr.2020@qq.com";
    String signed = "dkim=pass header.i=@qq.com";
    String unit = "12999900MB00000086";
    Submission one =
        once(
            mails(address, signed, "", made(unit, "示例大学").candidate("丁某", someone(), BORN)),
            SubmissionState.UNASSIGNED);
    Submission two =
        once(
            mails(address, signed, "", made(unit, "示例大学").candidate("戊某", someone(), BORN)),
            SubmissionState.UNASSIGNED);
    assertThat(letters(one, LetterKind.RECEIPT))
        .singleElement()
        .satisfies(l -> assertThat(l.recipients()).isEmpty());
    JsonNode waiting =
        clerk().lists("/senders/waiting?limit=100").stream()
            .filter(w -> w.get("address").asText().equals(address))
            .findFirst()
            .orElseThrow();
    assertThat(waiting.get("mails").asInt()).isEqualTo(2);
    assertThat(waiting.at("/suggestions/0/unit").asText()).isEqualTo(unit);

    Clerk.Answer answer =
        clerk()
            .posts(
                "/senders",
                "{\"address\": \"%s\", \"unit\": \"%s\", \"reason\": \"已拨登记电话核实\"}"
                    .formatted(address, unit));
    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.body().get("released")).hasSize(2);
    Submission released = once(one, SubmissionState.PROCESSED);
    assertThat(released.first().received()).isEqualTo(one.first().received());
    assertThat(released.unit().map(Object::toString)).contains(unit);
    once(two, SubmissionState.PROCESSED);
    assertThat(letters(released, LetterKind.RECEIPT))
        .last()
        .satisfies(
            l -> assertThat(l.recipients()).containsExactly("rsc@univ.example.org", address));
    assertThat(
            once(
                    mails(address, signed, "", made(unit, "示例大学").candidate("己某", someone(), BORN)),
                    SubmissionState.PROCESSED)
                .sender()
                .orElseThrow()
                .isVerified())
        .isTrue();
  }
}
