package cn.baosong.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.baosong.core.decision.QueueEntry;
import cn.baosong.core.dossier.DossierState;
import cn.baosong.core.notice.Letter;
import cn.baosong.core.notice.LetterState;
import cn.baosong.desk.Act;
import cn.baosong.desk.NotDurable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the barrier promises, and what it heals at the start. */
interface JournalContract {
  StoreFixture store();

  Act ACT = Act.byMachine(Act.Kind.SUBMISSION_RECEIVED);

  private Journal journal(Disk disk, long rollAt) throws IOException {
    return Journal.start(
        store().source(),
        store().manager(),
        store().home(),
        new Journal.Setting(store().mapper, disk, rollAt));
  }

  private void receive(int serial) {
    store().submissions().save(Samples.submission(serial), ACT);
  }

  private List<String> lines() throws IOException {
    List<String> lines = new ArrayList<>();
    for (Path file : JournalFiles.list(Journal.directory(store().home()))) {
      lines.addAll(Files.readAllLines(file, StandardCharsets.UTF_8));
    }
    return lines;
  }

  private Path lastFile() throws IOException {
    List<Path> files = JournalFiles.list(Journal.directory(store().home()));
    return files.get(files.size() - 1);
  }

  private long numbered() {
    return store()
        .jdbc()
        .sql("select count(*) from event where seq is not null and hash is not null")
        .query(Long.class)
        .single();
  }

  @Test
  default void hasEveryCommittedActOnDiskWhenTheBarrierIsPassed() throws Exception {
    List<String> forced = new ArrayList<>();
    Disk disk =
        new Disk() {
          @Override
          void force(FileChannel file) throws IOException {
            super.force(file);
            forced.add(String.join("\n", lines()));
          }
        };
    try (Journal journal = journal(disk, 1 << 20)) {
      receive(1);
      journal.await();
      assertThat(forced).last().asString().contains("SJ-2020-000001");
      assertThat(numbered()).isEqualTo(1);
    }
  }

  @Test
  default void chainsEachLineToTheOneBeforeAcrossFiles() throws Exception {
    try (Journal journal = journal(new Disk(), 1)) {
      for (int serial = 1; serial <= 3; serial++) {
        receive(serial);
        journal.await();
      }
    }
    assertThat(JournalFiles.list(Journal.directory(store().home()))).hasSizeGreaterThan(1);
    String previous = "";
    long seq = 0;
    for (String text : lines()) {
      JournalLine.Read read = JournalLine.parse(text);
      assertThat(read.line().previous()).isEqualTo(previous);
      assertThat(read.line().seq()).isEqualTo(++seq);
      previous = read.hash();
    }
    assertThat(seq).isEqualTo(3);
  }

  @Test
  default void isNotTouchedByAnOfficeThatStartsBesideItsOwn() throws Exception {
    try (Journal journal = store().journal()) {
      receive(1);
      journal.await();
      List<String> before = lines();
      assertThatThrownBy(() -> store().journal()).hasMessageContaining("another process");
      assertThat(lines()).isEqualTo(before);
      receive(2);
      journal.await();
      assertThat(lines()).hasSize(before.size() + 1);
    }
  }

  @Test
  default void goesOnWhereItEndedAfterARestart() throws Exception {
    try (Journal journal = store().journal()) {
      receive(1);
      journal.await();
    }
    receive(2);
    try (Journal journal = store().journal()) {
      journal.await();
    }
    assertThat(lines()).hasSize(2);
    assertThat(numbered()).isEqualTo(2);
  }

  @Test
  default void tellsTheDatabaseTheNumbersThatACrashKeptFromIt() throws Exception {
    try (Journal journal = store().journal()) {
      receive(1);
      journal.await();
      receive(2);
      journal.await();
    }
    store().jdbc().sql("update event set seq = null, hash = null where seq = 2").update();
    store().journal().close();
    assertThat(numbered()).isEqualTo(2);
    assertThat(lines()).hasSize(2);
  }

  @Test
  default void cutsALineThatACrashToreAndWritesItAnew() throws Exception {
    try (Journal journal = store().journal()) {
      receive(1);
      journal.await();
      receive(2);
      journal.await();
    }
    store().jdbc().sql("update event set seq = null, hash = null where seq = 2").update();
    byte[] whole = Files.readAllBytes(lastFile());
    try (FileChannel file = FileChannel.open(lastFile(), StandardOpenOption.WRITE)) {
      file.truncate(whole.length - 30);
    }
    try (Journal journal = store().journal()) {
      journal.await();
    }
    assertThat(Files.readAllBytes(lastFile())).isEqualTo(whole);
    assertThat(numbered()).isEqualTo(2);
  }

  @Test
  default void refusesToStartOnALineThatWasChanged() throws Exception {
    try (Journal journal = store().journal()) {
      receive(1);
      journal.await();
      receive(2);
      journal.await();
    }
    String changed = Files.readString(lastFile()).replaceFirst("报送材料", "别的材料");
    Files.writeString(lastFile(), changed);
    assertThatThrownBy(() -> store().journal().close())
        .isInstanceOf(IOException.class)
        .hasMessageContaining("broken after line number 0");
  }

  @Test
  default void writesTheJournalAgainFromTheDatabaseWhenItWasLost() throws Exception {
    try (Journal journal = store().journal()) {
      receive(1);
      journal.await();
    }
    List<String> before = lines();
    Files.delete(lastFile());
    store().journal().close();
    assertThat(lines()).isEqualTo(before);
  }

  @Test
  default void rebuildsALostDatabaseAndSendsNothingTwice() throws Exception {
    Letter sent = Samples.letter("l1", 1, 1, Duration.ZERO);
    try (Journal journal = store().journal()) {
      store().submissions().save(Samples.read(1, Samples.digest(99)), ACT);
      store().dossiers().save(Samples.dossier(1, 1, "a"), ACT);
      store().dossiers().save(Samples.in(Samples.dossier(1, 1, "a"), DossierState.ACCEPTED), ACT);
      store().dossiers().decide(Samples.decision("d1", 1, DossierState.IN_REVIEW), ACT);
      store().dossiers().decide(Samples.decision("d2", 1, DossierState.ACCEPTED), ACT);
      store().queues().save(Samples.entry(1, QueueEntry.State.QUEUED, "system"), ACT);
      store().pendingRulings().save(Samples.pending("p1", 1), ACT);
      store().pendingRulings().save(Samples.declined("p1", 1), ACT);
      store().pendingRulings().save(Samples.pending("p2", 1), ACT);
      store().papers().save(Samples.paper(1), ACT);
      store().scans().save(Samples.scan("s1", "RX-2020-0001"), ACT);
      store().scans().save(Samples.scan("s1", "RX-2020-0001").matched(Samples.UNIT), ACT);
      store().letters().save(sent, ACT);
      store().letters().save(sent.in(LetterState.SENT), ACT);
      journal.await();
    }
    List<String> before = lines();
    store().freshDatabase();
    store().journal().close();
    assertThat(store().submissions().find(Samples.number(1)))
        .contains(Samples.read(1, Samples.digest(99)));
    assertThat(store().dossiers().find(Samples.dossierNumber(1)).orElseThrow().state())
        .isEqualTo(DossierState.ACCEPTED);
    assertThat(store().dossiers().history(Samples.dossierNumber(1))).hasSize(2);
    assertThat(store().dossiers().standing(List.of(Samples.dossierNumber(1))).values())
        .containsExactly(Samples.decision("d2", 1, DossierState.ACCEPTED));
    assertThat(store().queues().find(Samples.dossierNumber(1))).isPresent();
    assertThat(store().pendingRulings().awaiting(List.of(Samples.dossierNumber(1))))
        .containsValue(Samples.pending("p2", 1));
    assertThat(store().papers().ofUnit(Samples.CALL, Samples.UNIT)).hasSize(1);
    assertThat(store().scans().ofUnit(Samples.CALL, Samples.UNIT))
        .containsExactly(Samples.scan("s1", "RX-2020-0001").matched(Samples.UNIT));
    assertThat(store().letters().find("l1")).isEqualTo(Optional.of(sent.in(LetterState.SENT)));
    assertThat(store().claim("letter")).isEmpty();
    assertThat(store().claim("unit-call")).hasSize(1);
    assertThat(lines()).isEqualTo(before);
    assertThat(numbered()).isEqualTo(before.size());
    try (SqlNumbers numbers = new SqlNumbers(store().jdbc(), store().manager())) {
      assertThat(numbers.nextDossier(2020)).isEqualTo(Samples.dossierNumber(2));
    }
  }

  @Test
  default void letsNothingLeaveAfterTheDiskDidNotConfirm() throws Exception {
    Disk disk =
        new Disk() {
          @Override
          void force(FileChannel file) throws IOException {
            if (file.size() > 0) {
              throw new IOException("the disk does not confirm");
            }
          }
        };
    try (Journal journal = journal(disk, 1 << 20)) {
      receive(1);
      assertThatThrownBy(journal::await).isInstanceOf(NotDurable.class);
      assertThatThrownBy(journal::await).isInstanceOf(NotDurable.class);
      assertThat(journal.healthy()).isFalse();
      assertThat(numbered()).isZero();
    }
  }

  @Test
  default void resumesByItselfWhenAFullDiskHasSpaceAgain() throws Exception {
    boolean[] full = {true};
    Disk disk =
        new Disk() {
          @Override
          void writeAll(FileChannel file, java.nio.ByteBuffer bytes) throws IOException {
            if (full[0]) {
              bytes.limit(bytes.limit() / 2);
              super.writeAll(file, bytes);
              throw new IOException("No space left on device");
            }
            super.writeAll(file, bytes);
          }
        };
    try (Journal journal = journal(disk, 1 << 20)) {
      receive(1);
      assertThatThrownBy(journal::await).isInstanceOf(NotDurable.class);
      full[0] = false;
      journal.await();
      assertThat(journal.healthy()).isTrue();
    }
    assertThat(lines()).hasSize(1);
    assertThat(numbered()).isEqualTo(1);
  }

  /** D09: another office may have written while this one could not reach the database. */
  @Test
  default void writesNothingMoreOnceAnotherNumberedAnAct() throws Exception {
    try (Journal journal = store().journal()) {
      receive(1);
      journal.await();
      store()
          .work()
          .inTransaction(
              () -> {
                receive(2);
                return store()
                    .jdbc()
                    .sql("update event set seq = 2, hash = 'theirs' where seq is null")
                    .update();
              });
      receive(3);
      assertThatThrownBy(journal::await).isInstanceOf(NotDurable.class);
      assertThat(journal.healthy()).isFalse();
    }
    assertThat(lines()).hasSize(1);
    assertThat(numbered()).isEqualTo(2);
  }

  @Test
  default void writesNoActTwiceWhenTheDatabaseForgotWhatItHadConfirmed() throws Exception {
    try (Journal journal = store().journal()) {
      receive(1);
      journal.await();
      store().jdbc().sql("update event set seq = null, hash = null").update();
      receive(2);
      assertThatThrownBy(journal::await).isInstanceOf(NotDurable.class);
      assertThat(journal.healthy()).isFalse();
      assertThat(lines()).hasSize(1);
    }
    try (Journal journal = store().journal()) {
      journal.await();
    }
    assertThat(lines()).hasSize(2);
    assertThat(numbered()).isEqualTo(2);
  }
}
