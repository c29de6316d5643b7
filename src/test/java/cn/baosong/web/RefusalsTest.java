package cn.baosong.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cn.baosong.core.decision.Decision;
import cn.baosong.core.decision.Ruling;
import cn.baosong.core.dossier.Dossier;
import cn.baosong.core.dossier.DossierNumber;
import cn.baosong.core.dossier.DossierState;
import cn.baosong.core.notice.Letter;
import cn.baosong.core.notice.LetterKind;
import cn.baosong.core.notice.LetterState;
import cn.baosong.desk.Act;
import cn.baosong.desk.LetterDesk;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What becomes of a refusal when a person decides otherwise. */
class RefusalsTest extends OpenOffice {
  @Autowired LetterDesk desk;

  @BeforeEach
  void twoRefused() {
    delivered(1);
    filed(1, 1, DossierState.REJECTED);
    filed(2, 1, DossierState.REJECTED);
  }

  @Test
  void stopsOneThatHasNotLeftAndTellsTheOthersAnew() {
    refusal(LetterState.WAITING);

    accept();

    List<Letter> all = letters.of(People.submissionNumber(1));
    assertThat(all)
        .extracting(Letter::kind, Letter::state)
        .containsExactly(
            tuple(LetterKind.NOT_ACCEPTED, LetterState.STOPPED),
            tuple(LetterKind.NOT_ACCEPTED, LetterState.WAITING),
            tuple(LetterKind.ACCEPTANCE, LetterState.WAITING));
    assertThat(all.get(1).dossiers()).containsExactly(People.dossierNumber(2));
    assertThat(all.get(2).sections().toString()).doesNotContain("不再执行");
  }

  @Test
  void takesOneBackThatTheUnitHas() {
    refusal(LetterState.WAITING);
    letters.save(
        letters.find("l1").orElseThrow().in(LetterState.SENT), Act.byMachine(Act.Kind.LETTER_SENT));

    accept();

    List<Letter> all = letters.of(People.submissionNumber(1));
    assertThat(all)
        .extracting(Letter::kind)
        .containsExactly(LetterKind.NOT_ACCEPTED, LetterKind.ACCEPTANCE);
    assertThat(all.get(1).sections().toString()).contains("此前就上列人选发出的《不予受理通知书》（编号：1）不再执行");
  }

  private void refusal(LetterState state) {
    Letter one = People.refusal("l1", 1, state);
    letters.save(
        new Letter(
            one.id(),
            one.submission(),
            one.call(),
            one.serial(),
            one.kind(),
            one.unit(),
            List.of(People.dossierNumber(1), People.dossierNumber(2)),
            one.title(),
            one.reference(),
            one.addressee(),
            one.sections(),
            one.closing(),
            one.recipients(),
            one.written(),
            one.hold(),
            state),
        Act.byMachine(Act.Kind.LETTER_WRITTEN));
  }

  private void accept() {
    DossierNumber number = People.dossierNumber(1);
    Dossier before = dossiers.find(number).orElseThrow();
    Dossier after =
        before.decided(
            new Dossier.Standing(
                DossierState.ACCEPTED,
                true,
                before.timedBy(),
                before.supersedes(),
                Optional.of("zjc"),
                Optional.empty()));
    dossiers.save(after, Act.byMachine(Act.Kind.DOSSIER_RULED));
    Decision standing = People.decision(after);
    desk.write(
        after,
        new Decision(
            standing.id(),
            number,
            DossierState.ACCEPTED,
            standing.findings(),
            Optional.of("zjc"),
            standing.callVersion(),
            standing.asOf(),
            Optional.of(new Ruling(Ruling.Kind.ACCEPT, "clerk", "邮戳核实", "", Optional.of("zjc")))));
  }
}
