package cn.baosong.desk;

import cn.baosong.core.call.Ambiguity;
import cn.baosong.core.call.Call;
import cn.baosong.core.call.CallId;
import cn.baosong.core.call.Choice;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Where the office settles what a notice leaves open, or opens it again (domain.md 1.9).
 *
 * <p>The file beside the call comes first, since it is what takes effect and itself says who, when
 * and why; then, in one transaction, the journal and the waiting of the units. An office that
 * stopped in between finds at its start what the journal does not know and enters it, as it does
 * for a file that somebody edited by hand.
 */
public final class SettlementDesk {
  private static final int LONGEST_REASON = 500;

  private final Settlements settlements;
  private final Calls calls;
  private final UnitCalls unitCalls;
  private final Books books;
  private final Today today;
  private final Predicate<Call> near;

  /** What happened, where it is noted, and what holds both together. */
  public record Books(Records records, Audit audit, UnitOfWork work) {
    private CallHistory history() {
      return new CallHistory(records, audit);
    }
  }

  /** The office's clock, and the zone of its days. */
  public record Today(Clock clock, ZoneId zone) {
    private LocalDate date() {
      return LocalDate.ofInstant(clock.instant(), zone);
    }
  }

  /**
   * @param near whether a deadline of the call is so near that a change must be confirmed
   */
  public SettlementDesk(
      Settlements settlements,
      Calls calls,
      UnitCalls unitCalls,
      Books books,
      Today today,
      Predicate<Call> near) {
    this.settlements = settlements;
    this.calls = calls;
    this.unitCalls = unitCalls;
    this.books = books;
    this.today = today;
    this.near = near;
  }

  /**
   * Settles an ambiguity, or opens it again; the call's units wait for assessment when this
   * returns.
   *
   * @return the call as it is live now
   * @throws Refusal when the call or the reading is not known, the call has changed since, or would
   *     take no effect so, or a near deadline was not confirmed
   */
  public Call settle(CallId id, Settling settling, String by) {
    Call call = calls.find(id).orElseThrow(() -> noCall(id));
    String reason = plain(settling.reason());
    check(ambiguity(call, settling.ambiguity()), settling, reason);
    requireConfirmed(call, settling);
    Call settled =
        settlements.keep(
            id,
            settling.seen(),
            new Choice(settling.ambiguity(), settling.reading(), by, today.date(), reason));
    catchUp(id);
    books
        .history()
        .tookEffect(
            settled,
            by,
            settling.ambiguity() + " " + settling.reading().orElse("未定") + " " + reason);
    return settled;
  }

  /** Enters into the journal what stands beside the calls and is not there yet. */
  public void catchUp() {
    calls.live().forEach(call -> catchUp(call.id()));
  }

  private void catchUp(CallId id) {
    books
        .work()
        .inTransaction(
            () -> {
              List<Choice> unknown = unknown(id);
              unknown.forEach(choice -> books.audit().note(subject(id, choice), act(choice)));
              if (!unknown.isEmpty()) {
                unitCalls.requestAll(id);
              }
              return unknown;
            });
  }

  private List<Choice> unknown(CallId id) {
    Map<String, Choice> kept =
        settlements.kept(id).stream()
            .collect(Collectors.toMap(choice -> subject(id, choice), choice -> choice));
    Map<String, List<Records.Event>> known = books.records().timelines(kept.keySet());
    return kept.entrySet().stream()
        .filter(e -> !isLast(act(e.getValue()), known.getOrDefault(e.getKey(), List.of())))
        .map(Map.Entry::getValue)
        .toList();
  }

  private static boolean isLast(Act act, List<Records.Event> events) {
    return !events.isEmpty() && events.get(events.size() - 1).act().equals(act);
  }

  private static String subject(CallId id, Choice choice) {
    return id + "/" + choice.ambiguity();
  }

  private static Act act(Choice choice) {
    String reason = choice.on() + " " + plain(choice.reason());
    return choice
        .reading()
        .map(reading -> new Act(Act.Kind.AMBIGUITY_SETTLED, choice.by(), reading + " " + reason))
        .orElseGet(() -> new Act(Act.Kind.AMBIGUITY_REOPENED, choice.by(), reason));
  }

  private static void check(Ambiguity ambiguity, Settling settling, String reason) {
    settling
        .reading()
        .filter(reading -> !ambiguity.readings().contains(reading))
        .ifPresent(
            reading -> {
              String known = String.join(", ", ambiguity.readings());
              throw Refusal.invalid(
                  "reading",
                  "“" + ambiguity.id() + "”没有读法“" + reading + "”，可选：" + known + "；重新列为未定写 null。",
                  ambiguity.id() + " has no such reading; it has: " + known + "; null opens it.");
            });
    if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
      throw Refusal.invalid(
          "reason",
          "请写明理由（不超过" + LONGEST_REASON + "字），文书会引用。",
          "State why, in at most " + LONGEST_REASON + " characters; letters quote it.");
    }
  }

  private void requireConfirmed(Call call, Settling settling) {
    if (!settling.confirmed() && near.test(call)) {
      throw Refusal.conflict(
          "confirmed",
          "正在截止前后：此时认定会改变规则，须勾选确认。",
          "A deadline is near: to settle it now changes the rules, confirm it.");
    }
  }

  private static Ambiguity ambiguity(Call call, String id) {
    return call.ambiguities().stream()
        .filter(a -> a.id().equals(id))
        .findFirst()
        .orElseThrow(
            () -> {
              String known =
                  call.ambiguities().stream().map(Ambiguity::id).collect(Collectors.joining(", "));
              return Refusal.invalid(
                  "ambiguity",
                  "这份通知没有歧义“" + id + "”，登记的有：" + known,
                  "The call has no ambiguity " + id + "; it has: " + known);
            });
  }

  private static Refusal noCall(CallId id) {
    return Refusal.notFound("id", "没有在办的通知“" + id + "”。", "There is no live call " + id + ".");
  }

  /** On one line, for a file and a letter. */
  private static String plain(String text) {
    return text.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Cs}\\u2028\\u2029]+", " ").strip();
  }
}
