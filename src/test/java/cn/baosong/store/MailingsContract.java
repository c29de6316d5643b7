package cn.baosong.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.baosong.core.notice.MailCause;
import cn.baosong.core.notice.Mailing;
import cn.baosong.core.notice.Mailing.Called;
import cn.baosong.core.notice.Mailing.Outcome;
import cn.baosong.core.notice.MailingState;
import cn.baosong.core.notice.ServerAnswer;
import cn.baosong.desk.Act;
import cn.baosong.desk.Filters;
import cn.baosong.desk.Mailings;
import cn.baosong.desk.StaleRecord;
import cn.baosong.desk.Window;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Letters on their way to addresses. */
interface MailingsContract {
  StoreFixture store();

  Act QUEUED = Act.byMachine(Act.Kind.MAIL_QUEUED);
  ServerAnswer BUSY = new ServerAnswer(450, "busy");
  Outcome TAKEN = new Outcome(Optional.empty(), new ServerAnswer(250, "OK as 1"));
  Outcome UNKNOWN =
      new Outcome(Optional.of(MailCause.UNKNOWN_ADDRESS), new ServerAnswer(550, "no such user"));

  private Mailing queued(String address) {
    if (store().letters().find("l1").isEmpty()) {
      store().submissions().save(Samples.submission(1), QUEUED);
      store().letters().save(Samples.letter("l1", 1, 1, Duration.ZERO), QUEUED);
    }
    Mailing mailing = Samples.mailing("l1", address);
    store().mailings().save(mailing, QUEUED);
    return mailing;
  }

  private void journaled() throws Exception {
    try (Journal journal = store().journal()) {
      journal.await();
    }
  }

  private Mailings.Standing line() {
    return Objects.requireNonNull(store().mailings().standings().get(Mailings.LINE));
  }

  private List<Object> claimed() throws IOException {
    return store().claim("mailing").stream().map(row -> row.get("id")).toList();
  }

  @Test
  default void mailsNothingBeforeItIsJournaledAndOneAtATime() throws Exception {
    Mailing first = queued("unit@example.org");
    assertThat(claimed()).isEmpty();
    Mailing second = queued("second@example.org");
    journaled();
    assertThat(List.of(claimed().get(0), claimed().get(0)))
        .containsExactlyInAnyOrder(first.id(), second.id());
    assertThat(claimed()).isEmpty();
  }

  @Test
  default void waitsForTheProviderThatPausesAndForTheWholeLine() throws Exception {
    Mailing paced = queued("a@foxmail.com");
    journaled();
    store().mailings().pause("qq.com", Duration.ofHours(1), Optional.empty());
    assertThat(claimed()).isEmpty();
    Mailing other = queued("b@example.org");
    journaled();
    assertThat(claimed()).containsExactly(other.id());
    Mailings.Trouble why = new Mailings.Trouble(MailCause.NOT_AUTHENTICATED, "535 授权码");
    store().mailings().pause("qq.com", Duration.ZERO, Optional.empty());
    store().mailings().pause(Mailings.LINE, Duration.ofHours(1), Optional.of(why));
    assertThat(claimed()).isEmpty();
    assertThat(store().mailings().standings()).containsOnlyKeys(Mailings.LINE);
    assertThat(line().trouble()).isEqualTo(why);
    store().mailings().hurry();
    assertThat(claimed()).containsExactly(paced.id());
    assertThat(store().mailings().taken(LocalDate.of(2020, 4, 1))).isEqualTo(1);
    assertThat(store().mailings().taken(LocalDate.of(2020, 4, 1))).isEqualTo(2);
    assertThat(store().mailings().taken(LocalDate.of(2020, 4, 2))).isEqualTo(1);
    assertThat(store().mailings().standings()).isEmpty();
    assertThat(store().mailings().queue().lastTaken()).isPresent();
  }

  @Test
  default void keepsTheMomentAtWhichATroubleBegan() {
    Mailings.Trouble why = new Mailings.Trouble(MailCause.UNREACHABLE, "nobody");
    store().mailings().pause(Mailings.LINE, Duration.ZERO, Optional.of(why));
    Mailings.Standing first = line();
    store().mailings().pause(Mailings.LINE, Duration.ofMinutes(5), Optional.of(why));
    Mailings.Standing second = line();
    assertThat(second.since()).isEqualTo(first.since());
    assertThat(second.until()).isAfter(first.until());
  }

  @Test
  default void putsOffWithItsCauseAndTriesAgainWithoutEverParking() throws Exception {
    Mailing mailing = queued("unit@example.org");
    journaled();
    for (int i = 0; i < 15; i++) {
      assertThat(claimed()).containsExactly(mailing.id());
      store().mailings().putOff(mailing.id(), MailCause.TEMPORARY, BUSY, Duration.ZERO, true);
    }
    assertThat(store().mailings().putOffFor(mailing.id(), Duration.ZERO)).isTrue();
    assertThat(store().mailings().putOffFor(mailing.id(), Duration.ofDays(2))).isFalse();
    store().mailings().putOff(mailing.id(), MailCause.CUT, BUSY, Duration.ofHours(1), false);
    assertThat(claimed()).isEmpty();
    Mailings.Entry entry =
        Objects.requireNonNull(store().mailings().ofLetters(List.of("l1")).get("l1")).get(0);
    assertThat(entry.putOff()).isEqualTo(15);
    assertThat(entry.cause()).contains(MailCause.CUT);
    assertThat(entry.said()).contains("450 busy");
    assertThat(entry.next()).isPresent();
    assertThat(store().mailings().queue().waiting()).isEqualTo(1);
  }

  @Test
  default void neverMailsAgainWhatWasTakenNorBringsBackWhatWasNot() {
    Mailing mailing = queued("unit@example.org");
    Mailing sent = mailing.ended(MailingState.SENT, TAKEN);
    store().mailings().save(sent, Act.byMachine(Act.Kind.MAIL_SENT));
    assertThatThrownBy(() -> store().mailings().save(sent, QUEUED)).isInstanceOf(StaleRecord.class);
    assertThatThrownBy(() -> store().mailings().save(mailing, QUEUED))
        .isInstanceOf(StaleRecord.class);
    Mailing back = mailing.ended(MailingState.BOUNCED, UNKNOWN);
    store().mailings().save(back, Act.byMachine(Act.Kind.MAIL_BOUNCED));
    assertThat(store().mailings().find(mailing.id())).contains(back);
    assertThat(store().mailings().toCall()).isEqualTo(1);
  }

  @Test
  default void listsWhoIsToBeRungUpUntilSomebodyHas() {
    Mailing refused = queued("nobody@example.org").ended(MailingState.REFUSED, UNKNOWN);
    store().mailings().save(refused, Act.byMachine(Act.Kind.MAIL_REFUSED));
    queued("unit@example.org");
    Filters.OfMailings toCall = new Filters.OfMailings(Optional.empty(), Optional.empty(), true);
    assertThat(store().mailings().list(toCall, Window.first(10)).items())
        .extracting(Mailings.Entry::mailing)
        .containsExactly(refused);
    Mailing called = refused.called(new Called("clerk", StoreFixture.NOW, "已告知"));
    store().mailings().save(called, new Act(Act.Kind.UNIT_CALLED, "clerk", "已告知"));
    assertThat(store().mailings().list(toCall, Window.first(10)).items()).isEmpty();
    assertThat(store().mailings().counts())
        .isEqualTo(Map.of(MailingState.REFUSED, 1L, MailingState.WAITING, 1L));
  }

  @Test
  default void knowsWhomItAnsweredTodayInThisCase() {
    queued("unit@example.org");
    Mailings mailings = store().mailings();
    assertThat(mailings.answered("unit@example.org", Samples.number(1), StoreFixture.NOW)).isTrue();
    assertThat(mailings.answered("unit@example.org", Samples.number(2), StoreFixture.NOW))
        .isFalse();
    assertThat(mailings.answered("other@example.org", Samples.number(1), StoreFixture.NOW))
        .isFalse();
    assertThat(
            mailings.answered(
                "unit@example.org", Samples.number(1), StoreFixture.NOW.plusSeconds(1)))
        .isFalse();
  }

  /** N05: what is known to be taken stays so; what is not goes again under the same id. */
  @Test
  default void rebuildsTheMailingsAndMailsNothingTwice() throws Exception {
    Mailing sent = queued("unit@example.org");
    Mailing waiting = queued("second@example.org");
    store()
        .mailings()
        .save(sent.ended(MailingState.SENT, TAKEN), Act.byMachine(Act.Kind.MAIL_SENT));
    journaled();
    store().freshDatabase();
    journaled();
    assertThat(store().mailings().ofLetter("l1"))
        .containsExactlyInAnyOrder(sent.ended(MailingState.SENT, TAKEN), waiting);
    assertThat(claimed()).containsExactly(waiting.id());
    assertThat(claimed()).isEmpty();
  }
}
