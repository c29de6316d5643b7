package cn.baosong.core.notice;

import cn.baosong.core.call.Admission;
import cn.baosong.core.call.Basis;
import cn.baosong.core.call.Call;
import cn.baosong.core.call.Clause;
import cn.baosong.core.call.Deadline;
import cn.baosong.core.call.Quota;
import cn.baosong.core.check.Closing;
import cn.baosong.core.decision.UnitStanding;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a reminder knows. */
record ReminderFacts(Wording wording, Moments moments, Reminder reminder) {
  Facts facts() {
    Call call = reminder.call();
    Admission admission = call.admission();
    List<String> mailboxes =
        call.office().emails().isEmpty() ? admission.mailboxes() : call.office().emails();
    Deadline deadline = reminder.closing().deadline();
    return new Facts()
        .put(Fact.AS_OF, moments.moment(reminder.asOf()))
        .put(Fact.STANDING, wording.say(standing(reminder.standing())))
        .put(Fact.DEADLINE, deadline())
        .put(Fact.DAYS_LEFT, daysLeft())
        .put(Fact.BASIS, basis(deadline.basis()))
        .put(Fact.DEADLINE_CLAUSE, stated(deadline.clause()))
        .put(Fact.QUOTA, quota())
        .put(Fact.QUOTA_CLAUSE, quotaClause())
        .put(
            Fact.WAY_CLAUSE,
            stated(admission.channelClause()).filter(w -> !w.equals(admission.clause().words())))
        .put(Fact.MAILBOXES, String.join("、", mailboxes));
  }

  /** None for a unit that is not reminded by letter. */
  private static Phrase standing(UnitStanding standing) {
    return switch (standing) {
      case NOTHING, UNUSABLE, WITHDRAWN, DELIVERED -> Phrase.MISSING_ALL;
      case RETURNED -> Phrase.MISSING_CORRECTION;
      case PAPER_ONLY -> Phrase.MISSING_ELECTRONIC;
      case ELECTRONIC_ONLY -> Phrase.MISSING_PAPER;
    };
  }

  private String deadline() {
    Closing closing = reminder.closing();
    String day = Moments.day(closing.lastDay());
    return wording.say(closing.isSettled() ? Phrase.DUE : Phrase.DUE_EARLIEST, day);
  }

  private String daysLeft() {
    long days = reminder.closing().daysLeft(reminder.asOf());
    return days > 0 ? wording.say(Phrase.DAYS, String.valueOf(days)) : wording.say(Phrase.TODAY);
  }

  private String basis(Set<Basis> inPlay) {
    return inPlay.size() == 1
        ? wording.say(basis(inPlay.iterator().next()))
        : wording.say(Phrase.BASIS_OPEN);
  }

  private static Phrase basis(Basis basis) {
    return switch (basis) {
      case POSTMARK -> Phrase.BASIS_POSTMARK;
      case ARRIVAL_POSTMARK -> Phrase.BASIS_ARRIVAL;
      case RECEIPT -> Phrase.BASIS_RECEIPT;
    };
  }

  private String quota() {
    return reminder.quotas().stream().map(this::quota).collect(Collectors.joining("；"));
  }

  private String quota(Quota quota) {
    String number =
        quota
            .limit()
            .map(most -> wording.say(Phrase.PEOPLE_AT_MOST, String.valueOf(most)))
            .orElseGet(() -> wording.say(Phrase.PEOPLE_FREE));
    return quota
        .category()
        .map(category -> wording.say(Phrase.QUOTA_OF, category, number))
        .orElse(number);
  }

  private String quotaClause() {
    return reminder.quotas().stream()
        .map(Quota::clause)
        .filter(Clause::isStated)
        .map(Clause::words)
        .distinct()
        .collect(Collectors.joining(" "));
  }

  private static Optional<String> stated(Clause clause) {
    return Optional.of(clause).filter(Clause::isStated).map(Clause::words);
  }
}
