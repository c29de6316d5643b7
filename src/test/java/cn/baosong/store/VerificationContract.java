package cn.baosong.store;

import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.core.submission.Receipt;
import cn.baosong.core.submission.SealReason;
import cn.baosong.core.submission.Submission;
import cn.baosong.desk.Act;
import cn.baosong.desk.Archive;
import cn.baosong.desk.AuditTrail;
import cn.baosong.desk.AuditTrail.Fault;
import cn.baosong.desk.Sealing;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Originals, journal and database prove each other. */
interface VerificationContract {
  StoreFixture store();

  Act ACT = Act.byMachine(Act.Kind.SUBMISSION_RECEIVED);

  private FileArchive archive() throws IOException {
    return new FileArchive(store().home(), store().mapper);
  }

  private Verification.Result verify() throws IOException {
    return new Verification(
            store().source(), store().manager(), archive(), store().home(), store().mapper)
        .run();
  }

  private Receipt receive() throws Exception {
    Archive.Stored stored = archive().keep(new ByteArrayInputStream(new byte[] {1, 2, 3}));
    Receipt sample = Samples.receipt("r1", 1);
    Receipt receipt =
        new Receipt(
            sample.id(),
            sample.channel(),
            sample.nativeId(),
            sample.name(),
            stored.digest(),
            stored.bytes(),
            sample.folderUnit(),
            sample.sent(),
            sample.received(),
            sample.registered());
    archive().keepEvidence(receipt);
    store().submissions().save(Submission.of(Samples.number(1), "public-1", receipt), ACT);
    try (Journal journal = store().journal()) {
      journal.await();
    }
    return receipt;
  }

  @Test
  default void findsAnUntouchedOfficeSound() throws Exception {
    receive();
    assertThat(verify().faults()).isEmpty();
    assertThat(verify().acts()).isEqualTo(1);
    assertThat(verify().originals()).isEqualTo(1);
  }

  @Test
  default void noticesAnActThatSomebodyEditedInTheDatabase() throws Exception {
    receive();
    store().jdbc().sql("update event set actor = 'somebody else'").update();
    assertThat(verify().faults()).containsExactly("act 1 differs between database and journal");
  }

  private void journaled(int acts) throws Exception {
    for (int i = 1; i <= acts; i++) {
      store().submissions().save(Samples.submission(i), ACT);
    }
    try (Journal journal = store().journal()) {
      journal.await();
    }
  }

  private AuditTrail.Proof proven() {
    return new SqlAuditTrail(store().source(), store().manager(), store().home()).prove(read -> {});
  }

  private void journalIs(UnaryOperator<List<String>> tampered) throws IOException {
    Path file = JournalFiles.list(Journal.directory(store().home())).get(0);
    Files.write(file, tampered.apply(new ArrayList<>(Files.readAllLines(file))));
  }

  @Test
  default void provesAWholeChainWhileTheOfficeWorks() throws Exception {
    journaled(50);
    assertThat(proven()).isEqualTo(new AuditTrail.Proof(50, List.of()));
  }

  /** faults.md D16. */
  @Test
  default void saysWhereTheChainBreaksAndHow() throws Exception {
    journaled(50);
    List<String> whole =
        Files.readAllLines(JournalFiles.list(Journal.directory(store().home())).get(0));
    journalIs(
        lines -> {
          lines.set(29, lines.get(29).replace("SUBMISSION_RECEIVED", "SUBMISSION_SEALED"));
          return lines;
        });
    assertThat(proven()).isEqualTo(broken(29, Fault.Kind.CHANGED, 30));
    journalIs(lines -> without(whole, 20));
    assertThat(proven()).isEqualTo(broken(20, Fault.Kind.TORN, 21));
    journalIs(lines -> whole.subList(0, 40));
    assertThat(proven()).isEqualTo(broken(40, Fault.Kind.CUT_OFF, 40));
    journalIs(lines -> whole);
    assertThat(proven().isSound()).isTrue();
    store().jdbc().sql("update event set reason = 'x' where seq = 7").update();
    store().jdbc().sql("delete from event where seq = 8").update();
    assertThat(proven().faults())
        .containsExactly(new Fault(Fault.Kind.DIFFERS, 7), new Fault(Fault.Kind.ABSENT, 8));
  }

  private static List<String> without(List<String> lines, int index) {
    List<String> rest = new ArrayList<>(lines);
    rest.remove(index);
    return rest;
  }

  private static AuditTrail.Proof broken(long whole, Fault.Kind kind, long at) {
    return new AuditTrail.Proof(whole, List.of(new Fault(kind, at)));
  }

  @Test
  default void isContentWithTheTombstoneOfASealedOriginal() throws Exception {
    Receipt receipt = receive();
    FileArchive archive = archive();
    archive.seal(
        new Sealing(
            receipt.digest(),
            SealReason.CLASSIFIED_MARKING,
            "",
            Samples.receipt("r", 1).registered()));
    assertThat(verify().faults()).isEmpty();
    Files.delete(archive.sealedBytes(receipt.digest()));
    assertThat(verify().faults()).as("its holder took it away").isEmpty();
    Files.writeString(archive.original(receipt.digest()), "again");
    Verification again =
        new Verification(
            store().source(), store().manager(), archive, store().home(), store().mapper);
    assertThat(again.run().faults()).anyMatch(fault -> fault.contains("is not sealed any more"));
  }

  @Test
  default void noticesARecordThatSomebodyEditedBesideItsEvents() throws Exception {
    receive();
    store()
        .jdbc()
        .sql("update submission set doc = replace(doc, 'RECEIVED', 'PROCESSED')")
        .update();
    assertThat(verify().faults())
        .containsExactly("submission SJ-2020-000001 is not what its last event says");
  }

  @Test
  default void noticesAnActThatSomebodyEditedInTheJournal() throws Exception {
    receive();
    Path file = JournalFiles.list(Journal.directory(store().home())).get(0);
    Files.writeString(file, Files.readString(file).replace("RECEIVED", "PROCESSED"));
    assertThat(verify().faults())
        .anyMatch(fault -> fault.contains("act 1 was changed in the journal"));
  }

  @Test
  default void noticesAnOriginalOrItsEvidenceThatIsChangedOrGone() throws Exception {
    Receipt receipt = receive();
    Path original = archive().original(receipt.digest());
    Files.delete(archive().evidence(receipt));
    assertThat(verify().faults()).singleElement().asString().contains("evidence of receipt r1");
    Files.delete(original);
    Files.write(original, new byte[] {3, 2, 1});
    assertThat(verify().faults()).anyMatch(fault -> fault.contains("was changed"));
    Files.delete(original);
    assertThat(verify().faults()).singleElement().asString().contains("is missing");
  }
}
