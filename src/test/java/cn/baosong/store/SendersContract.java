package cn.baosong.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.baosong.core.call.UnitCode;
import cn.baosong.core.submission.Channel;
import cn.baosong.core.submission.Receipt;
import cn.baosong.core.submission.Sender;
import cn.baosong.core.submission.SenderBinding;
import cn.baosong.core.submission.Submission;
import cn.baosong.core.submission.SubmissionNumber;
import cn.baosong.core.submission.SubmissionState;
import cn.baosong.desk.Act;
import cn.baosong.desk.Filters;
import cn.baosong.desk.Page;
import cn.baosong.desk.Senders;
import cn.baosong.desk.StaleRecord;
import cn.baosong.desk.Window;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is kept of addresses and of the mails that wait to be known. */
interface SendersContract {
  StoreFixture store();

  Act BOUND = new Act(Act.Kind.SENDER_BOUND, "clerk1", "电话核实");
  String ADDRESS = "rsj@shili.example.org";

  private static SenderBinding binding(String id, String address, UnitCode unit) {
    return new SenderBinding(
        id, address, unit, "clerk1", StoreFixture.NOW, "电话核实", Optional.empty());
  }

  private static SenderBinding ended(SenderBinding binding) {
    return binding.ended(new SenderBinding.End("clerk2", StoreFixture.NOW, "人员变动"));
  }

  private static Submission mail(int serial, String address, Instant registered) {
    Receipt plain = Samples.receipt("r" + serial, serial);
    Receipt receipt =
        new Receipt(
            plain.id(),
            Channel.EMAIL,
            plain.nativeId(),
            plain.name(),
            plain.digest(),
            plain.bytes(),
            Optional.empty(),
            Optional.empty(),
            plain.received(),
            registered);
    return Submission.of(Samples.number(serial), "public-" + serial, receipt)
        .from(Optional.of(new Sender(address, Sender.Proof.NONE, List.of())));
  }

  private void waits(int serial, String address, Instant registered) {
    Submission mail = mail(serial, address, registered);
    store().submissions().save(mail, RecordsContract.ACT);
    store().submissions().save(mail.in(SubmissionState.UNASSIGNED), RecordsContract.ACT);
  }

  @Test
  default void knowsForWhomAnAddressSpeaksUntilThatIsTakenBack() {
    SenderBinding one = binding("b1", ADDRESS, Samples.UNIT);
    SenderBinding other = binding("b2", ADDRESS, new UnitCode("11999999MB00000023"));
    store().senders().save(one, BOUND);
    store().senders().save(other, BOUND);
    assertThat(store().senders().at(ADDRESS)).containsExactly(one, other);
    assertThat(store().senders().of(Samples.UNIT)).containsExactly(one);

    store().senders().save(ended(one), BOUND);
    assertThat(store().senders().at(ADDRESS)).containsExactly(other);
    assertThat(store().senders().of(Samples.UNIT)).isEmpty();
    assertThat(store().senders().find("b1")).contains(ended(one));
    assertThatThrownBy(() -> store().senders().save(ended(one), BOUND))
        .isInstanceOf(StaleRecord.class);
  }

  @Test
  default void bindsAnAddressToAUnitOnceAndAgainAfterItWasTakenBack() {
    SenderBinding first = binding("b1", ADDRESS, Samples.UNIT);
    store().senders().save(first, BOUND);
    SenderBinding second = binding("b2", ADDRESS, Samples.UNIT);
    assertThatThrownBy(() -> store().senders().save(second, BOUND)).isInstanceOf(StaleRecord.class);
    store().senders().save(ended(first), BOUND);
    store().senders().save(second, BOUND);
    assertThat(store().senders().at(ADDRESS)).containsExactly(second);
  }

  @Test
  default void listsWhatClerksFoundInPages() {
    for (int i = 0; i < 3; i++) {
      store().senders().save(binding("b" + i, "a" + i + "@b.example.org", Samples.UNIT), BOUND);
    }
    store().senders().save(ended(binding("b1", "a1@b.example.org", Samples.UNIT)), BOUND);
    assertThat(ids(Optional.empty(), Optional.empty())).containsExactly("b2", "b1", "b0");
    assertThat(ids(Optional.of("a0@b.example.org"), Optional.empty())).containsExactly("b0");
    assertThat(ids(Optional.empty(), Optional.of(true))).containsExactly("b2", "b0");
    assertThat(ids(Optional.empty(), Optional.of(false))).containsExactly("b1");
  }

  private List<String> ids(Optional<String> address, Optional<Boolean> holding) {
    Filters.OfSenders filter = new Filters.OfSenders(address, Optional.empty(), holding);
    List<String> ids = new ArrayList<>();
    Page<SenderBinding> page = store().senders().list(filter, Window.first(1));
    while (true) {
      page.items().forEach(b -> ids.add(b.id()));
      if (page.next().isEmpty()) {
        return ids;
      }
      page = store().senders().list(filter, new Window(1, page.next()));
    }
  }

  @Test
  default void showsTheLongestWaitingAddressFirstWithTheCountOfItsMails() {
    Instant now = StoreFixture.NOW;
    waits(1, "late@b.example.org", now.plusSeconds(30));
    waits(2, "early@b.example.org", now.plusSeconds(10));
    waits(3, "early@b.example.org", now.plusSeconds(60));
    waits(4, "", now.plusSeconds(30));
    store().submissions().save(mail(5, "new@b.example.org", now), RecordsContract.ACT);
    List<Senders.Waiting> seen = new ArrayList<>();
    Page<Senders.Waiting> page = store().senders().waiting(Window.first(1));
    while (true) {
      seen.addAll(page.items());
      if (page.next().isEmpty()) {
        break;
      }
      page = store().senders().waiting(new Window(1, page.next()));
    }
    assertThat(seen)
        .containsExactly(
            new Senders.Waiting("early@b.example.org", 2, now.plusSeconds(10), Samples.number(2)),
            new Senders.Waiting("late@b.example.org", 1, now.plusSeconds(30), Samples.number(1)),
            new Senders.Waiting("", 1, now.plusSeconds(30), Samples.number(4)));
    assertThat(store().senders().waiting()).isEqualTo(new Senders.Count(3, 4));
    assertThat(store().senders().waitingAt("early@b.example.org", 10))
        .extracting(SubmissionNumber::value)
        .containsExactly("SJ-2020-000002", "SJ-2020-000003");
    assertThat(store().senders().waitingAt("early@b.example.org", 1)).hasSize(1);
  }

  @Test
  default void countsNoMailThatWasLetPass() {
    waits(1, ADDRESS, StoreFixture.NOW);
    Submission waiting = store().submissions().find(Samples.number(1)).orElseThrow();
    store().submissions().save(waiting.openedAgain(Optional.empty()), RecordsContract.ACT);
    assertThat(store().senders().waiting()).isEqualTo(new Senders.Count(0, 0));
  }

  /** Decisions 5: what a clerk found outlives the database. */
  @Test
  default void rebuildsFromTheJournalForWhomAddressesSpeak() throws Exception {
    SenderBinding stands = binding("b1", ADDRESS, Samples.UNIT);
    SenderBinding gone = binding("b2", "old@b.example.org", Samples.UNIT);
    try (Journal journal = store().journal()) {
      store().senders().save(stands, BOUND);
      store().senders().save(gone, BOUND);
      store().senders().save(ended(gone), BOUND);
      waits(1, ADDRESS, StoreFixture.NOW);
      journal.await();
    }
    store().freshDatabase();
    try (Journal journal = store().journal()) {
      assertThat(journal.healthy()).isTrue();
      assertThat(store().senders().at(ADDRESS)).containsExactly(stands);
      assertThat(store().senders().find("b2")).contains(ended(gone));
      assertThat(store().senders().waiting()).isEqualTo(new Senders.Count(1, 1));
    }
  }
}
