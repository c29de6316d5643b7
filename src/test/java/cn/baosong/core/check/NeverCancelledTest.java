package cn.baosong.core.check;

import static cn.baosong.core.check.CandidateFixture.candidate;
import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.core.call.ComparedField;
import cn.baosong.core.call.PaperPolicy;
import cn.baosong.core.call.PaperPolicy.Mismatch;
import cn.baosong.core.call.PaperPolicy.Mode;
import cn.baosong.core.decision.Decider;
import cn.baosong.core.decision.Judgement.Judged;
import cn.baosong.core.dossier.Area;
import cn.baosong.core.dossier.Dossier;
import cn.baosong.core.dossier.DossierState;
import cn.baosong.core.dossier.FieldReading;
import cn.baosong.core.dossier.Fingerprint;
import cn.baosong.core.dossier.Keying;
import cn.baosong.core.dossier.Keyings;
import cn.baosong.core.dossier.PaperReading;
import cn.baosong.core.submission.Digest;
import cn.baosong.core.submission.Document;
import cn.baosong.core.submission.SeenMark;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Tries to have a candidate cancelled by the machine: every field that is compared, every
 * consequence that a notice can state, every way by which a paper is read, sure and unsure.
 */
class NeverCancelledTest {
  private static final Set<DossierState> OPEN =
      EnumSet.of(DossierState.IN_REVIEW, DossierState.RETURNED, DossierState.ACCEPTED);

  /** The ways by which a paper comes to say something else. */
  private enum Way {
    DECLARED,
    TEXT_LAYER,
    CODE,
    READ,
    READ_UNSURE,
    BLANK,
    AWAITED,
    KEYED,
    KEYED_TWICE,
    PENNED,
    PENNED_UNREAD
  }

  @Test
  void cancelsNobodyWhateverDiffersAndHoweverItIsSeen() {
    int tried = 0;
    for (Mismatch stated : Mismatch.values()) {
      for (Way way : Way.values()) {
        for (ComparedField field : Windows.shanxi2020().make().paper().compared()) {
          holds(stated, way, field);
          tried++;
        }
      }
    }
    assertThat(tried).isGreaterThan(80);
  }

  private static void holds(Mismatch stated, Way way, ComparedField field) {
    OfficeFixture office = new OfficeFixture(call(stated));
    CandidateFixture sent = candidate();
    if (way == Way.DECLARED) {
      sent = sent.onPaper(field.field(), "另一内容");
    }
    office.mail("2020-03-20T09:00:00").of(sent);
    Dossier dossier = office.facts().dossiers().get(0);
    if (way == Way.KEYED) {
      office.paper(
          PaperFixture.handedIn("2020-03-21T09:00:00")
              .naming(sent, Map.of(), Map.of(field.field(), "另一内容")));
    } else if (way != Way.DECLARED) {
      office.scan(
          "2020-03-21T09:00:00",
          file(way, field, dossier, office),
          reading(way, field),
          typed(way, field));
    }
    Assessment assessed = office.assess();
    assertThat(assessed.findings())
        .filteredOn(f -> f.code().name().startsWith("PAPER_"))
        .as(stated + " " + way + " " + field.field())
        .extracting(Finding::outcome)
        .doesNotContain(Outcome.BLOCK);
    List<Judged> judged = new Decider().decide(assessed, Map.of()).judged();
    assertThat(judged)
        .as(stated + " " + way + " " + field.field())
        .isNotEmpty()
        .allSatisfy(j -> assertThat(j.after().state()).isIn(OPEN));
    if (way == Way.READ || way == Way.READ_UNSURE || way == Way.CODE) {
      assertThat(judged)
          .allSatisfy(j -> assertThat(j.after().state()).isNotEqualTo(DossierState.RETURNED));
    }
  }

  private static Document file(
      Way way, ComparedField field, Dossier dossier, OfficeFixture office) {
    Fingerprint print =
        Fingerprint.of(office.facts().call(), dossier.form(), OfficeFixture.DIFFERENCES);
    if (way == Way.CODE) {
      print = new Fingerprint(print.call(), "A".repeat(16), List.of());
    }
    return new Document(
        "scan.pdf",
        900_000,
        new Digest("d".repeat(64)),
        Optional.of(1),
        way == Way.TEXT_LAYER ? Optional.of(field.field() + " 另一内容\n") : Optional.empty(),
        List.of(new SeenMark(1, print.page(dossier.number().value(), 1, 1))));
  }

  private static Optional<PaperReading> reading(Way way, ComparedField field) {
    return switch (way) {
      case READ -> read(field, "另一内容", 0.99);
      case READ_UNSURE -> read(field, "另一内容", 0.4);
      case BLANK -> read(field, "", 0);
      case PENNED -> penned(PaperReading.State.READ, field);
      case PENNED_UNREAD -> penned(PaperReading.State.KEY_IN, field);
      case AWAITED -> Optional.of(PaperReading.WAITING);
      case DECLARED, TEXT_LAYER, CODE, KEYED, KEYED_TWICE -> Optional.empty();
    };
  }

  /** Two people who agree that the paper says something else. */
  private static Optional<Keyings> typed(Way way, ComparedField field) {
    return way == Way.KEYED_TWICE
        ? Optional.of(new Keyings(List.of(by("a", field), by("b", field)), false))
        : Optional.empty();
  }

  private static Keying by(String who, ComparedField field) {
    return new Keying(who, Instant.EPOCH, Map.of(field.field(), "另一内容"));
  }

  private static Optional<PaperReading> penned(PaperReading.State state, ComparedField field) {
    FieldReading crossed =
        new FieldReading(
            field.field(), "另一内容", Optional.empty(), 0.99, 1, new Area(0, 0, 1, 1), "0", true);
    return Optional.of(new PaperReading(state, "", List.of(crossed), List.of()));
  }

  private static Optional<PaperReading> read(ComparedField field, String value, double sure) {
    FieldReading reading =
        new FieldReading(
            field.field(), value, Optional.empty(), sure, 1, new Area(0, 0, 1, 1), "0", false);
    return Optional.of(new PaperReading(PaperReading.State.READ, "", List.of(reading), List.of()));
  }

  private static CallFixture call(Mismatch stated) {
    PaperPolicy shipped = Windows.shanxi2020().make().paper();
    return Windows.shanxi2020()
        .paper(
            new PaperPolicy(
                Mode.SCAN,
                shipped.compared(),
                shipped.consistency(),
                stated,
                shipped.declaredSuffices(),
                shipped.waitDays()));
  }
}
