package cn.baosong.store;

import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.core.check.FindingCode;
import cn.baosong.core.notice.MailingState;
import cn.baosong.core.submission.Channel;
import cn.baosong.core.submission.Correspondence;
import cn.baosong.core.submission.Defect;
import cn.baosong.core.submission.Mail;
import cn.baosong.core.submission.Opened;
import cn.baosong.core.submission.PartMark;
import cn.baosong.core.submission.Receipt;
import cn.baosong.core.submission.Submission;
import cn.baosong.desk.Act;
import cn.baosong.desk.Filters;
import cn.baosong.desk.PartDesk;
import cn.baosong.desk.Place;
import cn.baosong.desk.Probe;
import cn.baosong.desk.Window;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is kept of mails beside the submissions: probes, correspondence, parts of a package. */
interface MailContract {
  StoreFixture store();

  Act KEPT = Act.byMachine(Act.Kind.CORRESPONDENCE_KEPT);

  private static Mail mail(Mail.Kind kind, Optional<PartMark> part) {
    Mail.Address from = new Mail.Address("rsj@shili.example.org", "人社局");
    Mail.People people =
        new Mail.People(
            Optional.of(from),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of(),
            List.of());
    return new Mail(
        kind,
        Mail.Thread.NONE,
        people,
        "材料",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Mail.Authentication.NONE,
        List.of(),
        List.of(),
        "",
        List.of(),
        part,
        false,
        List.of());
  }

  private static Correspondence kept(int serial) {
    Receipt receipt = Samples.receipt("c" + serial, serial);
    return new Correspondence(
        receipt.id(),
        receipt,
        mail(Mail.Kind.REPLY, Optional.empty()),
        Optional.empty(),
        Optional.of(Samples.number(1)));
  }

  /** The first of two, which waits for the second. */
  private Submission part() {
    Submission plain =
        Samples.submission(1)
            .cameIn(mail(Mail.Kind.SUBMISSION, Optional.of(new PartMark(1, 2, "材料"))));
    store().submissions().save(plain, Act.byMachine(Act.Kind.SUBMISSION_RECEIVED));
    Defect told = new Defect(FindingCode.MATERIAL_MISSING.name(), "邮件", "等其余各封", true);
    Submission known = store().submissions().find(plain.number()).orElseThrow();
    Submission waiting = known.awaiting(Opened.closed(Opened.Outcome.LETTER, told), told);
    store().submissions().save(waiting, Act.byMachine(Act.Kind.SUBMISSION_HELD));
    return waiting;
  }

  @Test
  default void findsTheMailsThatWaitForEachOtherAndAsksAPersonWhenTheOthersDoNotCome() {
    Submission waiting = part();
    String key = waiting.partKey().orElseThrow();
    assertThat(store().submissions().parts(key))
        .extracting(Submission::number)
        .containsExactly(Samples.number(1));
    assertThat(store().submissions().partsBefore(StoreFixture.NOW)).isEmpty();
    Instant from = StoreFixture.NOW;
    assertThat(store().submissions().partsBetween(from, from.plusSeconds(1))).hasSize(1);
    assertThat(store().submissions().partsBetween(from.minusSeconds(9), from)).isEmpty();
    assertThat(store().submissions().partsBetween(from.plusSeconds(1), from.plusSeconds(9)))
        .isEmpty();
    Clock later = Clock.fixed(StoreFixture.NOW.plusSeconds(3601), ZoneOffset.UTC);
    JdbcUnitOfWork work = new JdbcUnitOfWork(store().manager());
    Duration patience = Duration.ofHours(1);
    PartDesk.Deadlines none = (call, first, last) -> false;
    new PartDesk(store().submissions(), work, later, ZoneOffset.UTC, patience, none).look();
    assertThat(store().submissions().find(Samples.number(1)).orElseThrow().state().name())
        .isEqualTo("UNASSIGNED");
    assertThat(store().submissions().parts(key)).hasSize(1);
  }

  @Test
  default void knowsAProbeUntilItIsForgottenAndEachCopyOfItForGood() {
    SqlProbes probes = new SqlProbes(store().jdbc());
    Instant sent = StoreFixture.NOW;
    probes.save(Probe.of("p1", "office", sent));
    probes.save(Probe.of("p2", "office", sent.plusSeconds(60)).refused("535 Login Fail"));
    assertThat(probes.waitingSince("office", Instant.EPOCH)).contains(sent);
    probes.seen("p1", Channel.EMAIL, Optional.of("office/INBOX/1/7"), sent.plusSeconds(5), "");
    probes.seen("p1", Channel.EMAIL, Optional.of("office/INBOX/2/1"), sent.plusSeconds(900), "");
    probes.seen("p1", Channel.EMAIL, Optional.of("office/INBOX/2/1"), sent.plusSeconds(901), "");
    assertThat(probes.waitingSince("office", Instant.EPOCH)).isEmpty();
    assertThat(probes.last("office").flatMap(Probe::failure)).contains("535 Login Fail");
    assertThat(probes.lastArrived("office").flatMap(Probe::roundTrip))
        .contains(Duration.ofSeconds(5));
    assertThat(probes.last("second")).isEmpty();
    assertThat(probes.find("p1").flatMap(Probe::arrived)).contains(sent.plusSeconds(5));
    assertThat(probes.find("p3")).isEmpty();
    probes.forget(sent.plusSeconds(3600));
    assertThat(probes.last("office")).isEmpty();
    SqlLedger ledger = new SqlLedger(store().jdbc());
    List<String> shown = List.of("office/INBOX/2/1", "office/INBOX/2/2");
    assertThat(ledger.unknown(Channel.EMAIL, shown)).isEqualTo(Set.of("office/INBOX/2/2"));
    assertThat(ledger.probes(Channel.EMAIL, shown)).isEqualTo(1);
  }

  @Test
  default void sealsAlikeOnEveryNode() {
    String seal = new SqlProbes(store().jdbc()).seal("probe");
    assertThat(new SqlProbes(store().jdbc()).seal("probe")).isEqualTo(seal).hasSize(64);
    assertThat(new SqlProbes(store().jdbc()).seal("other")).isNotEqualTo(seal);
  }

  @Test
  default void turnsThePagesOfTheCorrespondence() {
    SqlCorrespondences correspondences = new SqlCorrespondences(store().book());
    store().submissions().save(Samples.submission(1), KEPT);
    for (int serial = 2; serial < 5; serial++) {
      correspondences.save(kept(serial), KEPT);
    }
    var first = correspondences.all(Optional.empty(), Window.first(2));
    var second = correspondences.all(Optional.empty(), new Window(2, first.next()));
    assertThat(first.items()).extracting(Correspondence::id).containsExactly("c4", "c3");
    assertThat(second.items()).extracting(Correspondence::id).containsExactly("c2");
    assertThat(correspondences.all(Optional.of(Mail.Kind.BOUNCE), Window.first(9)).items())
        .isEmpty();
    assertThat(
            correspondences
                .all(Optional.of(first.items().get(0).mail().kind()), Window.first(9))
                .items())
        .hasSize(3);
    assertThat(correspondences.of(Samples.number(1))).hasSize(3);
    assertThat(correspondences.count()).isEqualTo(3);
  }

  private void isReadBy(String index, Consumer<Book> asks) {
    String plan =
        Plans.of(
            store(),
            jdbc -> asks.accept(new Book(jdbc, store().manager(), store().mapper, store().clock)));
    assertThat(plan).contains(index).doesNotContain("tablescan", "seq scan", " sort ");
  }

  @Test
  default void readsTheListsOfMailsByAnIndexInTheirOrder() {
    Place place = new Place(StoreFixture.NOW, "x");
    for (Window window : List.of(Window.first(50), new Window(50, Optional.of(place)))) {
      isReadBy(
          "correspondence_newest",
          book -> new SqlCorrespondences(book).all(Optional.empty(), window));
      isReadBy(
          "correspondence_by_kind",
          book -> new SqlCorrespondences(book).all(Optional.of(Mail.Kind.BOUNCE), window));
      mailings("mailing_newest", Optional.empty(), false, window);
      mailings("mailing_by_state", Optional.of(MailingState.WAITING), false, window);
      mailings("mailing_to_call", Optional.empty(), true, window);
      senders("sender_binding_newest", Optional.empty(), Optional.empty(), window);
      senders("sender_binding_by_state", Optional.of(true), Optional.empty(), window);
      senders("sender_binding_of_address", Optional.empty(), Optional.of("a@b.example"), window);
    }
    isReadBy("correspondence_of_submission", b -> new SqlCorrespondences(b).of(Samples.number(1)));
  }

  private void mailings(String index, Optional<MailingState> state, boolean toCall, Window window) {
    Filters.OfMailings filter = new Filters.OfMailings(state, Optional.empty(), toCall);
    isReadBy(index, book -> new SqlMailings(book).list(filter, window));
  }

  private void senders(
      String index, Optional<Boolean> holding, Optional<String> address, Window window) {
    Filters.OfSenders filter = new Filters.OfSenders(address, Optional.empty(), holding);
    isReadBy(index, book -> new SqlSenders(book).list(filter, window));
  }

  /** They are few at a time, so that a sort of what one index brings is no matter. */
  @Test
  default void readsWaitingPartsAndSendersAndProbesByAnIndex() {
    bringsBy("submission_part", book -> new SqlSubmissions(book).parts("key"));
    bringsBy("submission_by_sender", book -> new SqlSenders(book).waiting(Window.first(50)));
    bringsBy("submission_by_state", b -> new SqlSubmissions(b).partsBefore(StoreFixture.NOW));
    bringsBy("probe_of_source", jdbc -> probes(jdbc).last("office"));
    bringsBy("probe_of_source", jdbc -> probes(jdbc).lastArrived("office"));
    bringsBy("probe_of_source", jdbc -> probes(jdbc).waitingSince("office", Instant.EPOCH));
  }

  private static SqlProbes probes(Book book) {
    JdbcClient jdbc = book.jdbc();
    return new SqlProbes(jdbc);
  }

  private void bringsBy(String index, Consumer<Book> asks) {
    String plan =
        Plans.of(
            store(),
            jdbc -> asks.accept(new Book(jdbc, store().manager(), store().mapper, store().clock)));
    assertThat(plan).contains(index).doesNotContain("tablescan", "seq scan");
  }
}
