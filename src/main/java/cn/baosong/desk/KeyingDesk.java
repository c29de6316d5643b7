package cn.baosong.desk;

import cn.baosong.core.call.Call;
import cn.baosong.core.call.ComparedField;
import cn.baosong.core.call.ComparedField.Weight;
import cn.baosong.core.call.PaperPolicy.Mode;
import cn.baosong.core.call.PersonFields;
import cn.baosong.core.check.Finding;
import cn.baosong.core.check.FindingCode;
import cn.baosong.core.decision.Decision;
import cn.baosong.core.dossier.Dossier;
import cn.baosong.core.dossier.DossierNumber;
import cn.baosong.core.dossier.FieldDifferences;
import cn.baosong.core.dossier.Keying;
import cn.baosong.core.dossier.Keyings;
import cn.baosong.core.dossier.PaperReading;
import cn.baosong.core.dossier.Scan;
import cn.baosong.core.submission.Digest;
import cn.baosong.core.submission.Document;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Two people type what a paper says, neither seeing the data nor what the other typed. Alike, it is
 * what the paper says; else a third looks.
 */
public final class KeyingDesk {
  private static final String ID = "k-";
  private static final int LONGEST = 500;
  private static final Digest NO_FILE = new Digest("0".repeat(64));

  private final Scans scans;
  private final Dossiers dossiers;
  private final Calls calls;
  private final FieldDifferences differences;
  private final CaseLock lock;
  private final Clock clock;

  public KeyingDesk(
      Scans scans,
      Dossiers dossiers,
      Calls calls,
      FieldDifferences differences,
      CaseLock lock,
      Clock clock) {
    this.scans = scans;
    this.dossiers = dossiers;
    this.calls = calls;
    this.differences = differences;
    this.lock = lock;
    this.clock = clock;
  }

  /** Whether the call is live and compares paper with data. */
  public boolean isAsked(Dossier dossier) {
    return calls.find(dossier.call()).filter(call -> call.paper().mode() != Mode.NONE).isPresent();
  }

  /** Dossiers that another person is still to type the paper of. */
  public List<Dossier> open(int most) {
    return scans.keying(most).stream()
        .flatMap(scan -> dossiers.find(new DossierNumber(scan.reference())).stream())
        .filter(dossier -> dossier.state().isOpen())
        .toList();
  }

  /** What was typed so far. */
  public Keyings of(Dossier dossier) {
    return scans.find(ID + dossier.number().value()).flatMap(Scan::keyed).orElse(Keyings.NONE);
  }

  /** What two people still disagree on. */
  public List<ComparedField> differing(Dossier dossier) {
    Keyings typed = of(dossier);
    return fields(dossier).stream().filter(f -> typed.differs(f, differences)).toList();
  }

  /** Whom the form is about, and what a machine could not read. */
  public List<ComparedField> fields(Dossier dossier) {
    Call call = Known.call(calls, dossier.call());
    PersonFields person = call.person();
    Set<String> unread = unread(dossier);
    return call.paper().compared().stream()
        .filter(
            f ->
                f.weight() == Weight.IDENTITY
                    || f.field().equals(person.name())
                    || f.field().equals(person.identity())
                    || unread.contains(f.field()))
        .toList();
  }

  private Set<String> unread(Dossier dossier) {
    return Optional.ofNullable(dossiers.standing(List.of(dossier.number())).get(dossier.number()))
        .map(Decision::findings)
        .orElse(List.of())
        .stream()
        .filter(f -> f.code() == FindingCode.PAPER_UNREADABLE)
        .map(Finding::rule)
        .collect(Collectors.toSet());
  }

  /**
   * One person's look at the paper; the unit is judged again.
   *
   * @param typed by field; blank where the paper cannot be read
   * @throws Refusal when this person has typed already, nothing is open, or nothing was typed
   */
  public Keyings key(Dossier dossier, Map<String, String> typed, String user) {
    return lock.holding(
        dossier.call(),
        dossier.unit(),
        () -> {
          Keyings before = of(dossier);
          mustBeOpen(dossier, before, user);
          List<ComparedField> asked = fields(dossier);
          Keyings after =
              before.with(
                  new Keying(user, clock.instant(), read(asked, typed)), asked, differences);
          scans.save(
              scans
                  .find(ID + dossier.number().value())
                  .orElseGet(() -> begun(dossier))
                  .keyed(after),
              new Act(Act.Kind.PAPER_KEYED, user, ""));
          lock.assessAgain(dossier.call(), dossier.unit());
          return after;
        });
  }

  private static void mustBeOpen(Dossier dossier, Keyings before, String user) {
    if (!dossier.state().isOpen()) {
      throw Refusal.conflict(
          "", "该卷已经办结，不再录入。", "The dossier is closed; nothing more is keyed in.");
    }
    if (before.isBy(user)) {
      throw Refusal.conflict(
          "", "您已经录入过，须由另一人录入。", "You have typed it already; another person has to.");
    }
    if (!before.open()) {
      throw Refusal.conflict("", "已经录入完毕。", "It has been keyed in already.");
    }
  }

  private static Map<String, String> read(List<ComparedField> asked, Map<String, String> typed) {
    Map<String, String> read = new HashMap<>();
    for (ComparedField field : asked) {
      String value = typed.getOrDefault(field.field(), "").strip();
      if (value.length() > LONGEST) {
        throw Refusal.invalid(field.field(), "过长，请核对。", "Too long.");
      }
      if (!value.isEmpty()) {
        read.put(field.field(), value);
      }
    }
    if (read.isEmpty()) {
      throw Refusal.invalid("", "请至少录入一栏。", "Type at least one field.");
    }
    return read;
  }

  /** Stands beside the scans of the dossier, and is none. */
  private Scan begun(Dossier dossier) {
    return new Scan(
        ID + dossier.number().value(),
        new Document("纸质原件", 0, NO_FILE, Optional.empty()),
        Optional.of(dossier.call()),
        dossier.number().value(),
        Optional.of(dossier.unit()),
        clock.instant(),
        Optional.of(dossier.submission()),
        Optional.of(new PaperReading(PaperReading.State.KEY_IN, "", List.of(), List.of())),
        Optional.empty(),
        Optional.empty());
  }
}
