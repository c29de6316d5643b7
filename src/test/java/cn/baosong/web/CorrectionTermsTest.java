package cn.baosong.web;

import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.core.dossier.Correction;
import cn.baosong.core.dossier.Dossier;
import cn.baosong.core.dossier.Dossier.Standing;
import cn.baosong.core.dossier.DossierState;
import cn.baosong.core.notice.Letter;
import cn.baosong.core.notice.LetterKind;
import cn.baosong.core.notice.LetterState;
import cn.baosong.desk.Act;
import cn.baosong.desk.LetterDesk;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A correction term runs from the day on which its letter leaves. */
class CorrectionTermsTest extends OpenOffice {
  @Autowired LetterDesk desk;

  @BeforeEach
  void oneReturned() {
    delivered(1);
    filed(1, 1, DossierState.RETURNED);
  }

  @Test
  void beginsATermWhoseLetterWaitedForItsSealWhenTheLetterLeaves() {
    hasTerm(Optional.empty());

    leaves();

    assertThat(due()).isPresent();
    assertThat(events("TERM_STARTED")).isOne();
  }

  @Test
  void leavesATermAloneWhoseLetterLeftOnTheDayOfTheDecision() {
    hasTerm(Optional.empty());
    leaves();
    Optional<LocalDate> due = due();

    leaves("l2", 2);

    assertThat(due()).isEqualTo(due);
    assertThat(events("TERM_STARTED")).isOne();
  }

  /** Else an assessment that runs beside it would find the dossier changed under its hands. */
  @Test
  void holdsTheCaseWhileItBeginsATerm() {
    hasTerm(Optional.empty());
    jdbc.sql("delete from unit_call").update();

    leaves();

    assertThat(jdbc.sql("select unit_code from unit_call").query(String.class).list())
        .containsExactly(People.UNIT.value());
  }

  private Optional<LocalDate> due() {
    return dossier().correction().flatMap(Correction::due);
  }

  private Dossier dossier() {
    return dossiers.find(People.dossierNumber(1)).orElseThrow();
  }

  private void hasTerm(Optional<LocalDate> due) {
    Standing now = dossier().standing();
    dossiers.save(
        dossier()
            .decided(
                new Standing(
                    now.state(),
                    now.ruled(),
                    now.timedBy(),
                    now.supersedes(),
                    now.department(),
                    Optional.of(new Correction(People.RECEIVED, due)))),
        Act.byMachine(Act.Kind.DOSSIER_DECIDED));
  }

  private void leaves() {
    leaves("l1", 1);
  }

  private void leaves(String id, int serial) {
    desk.sent(written(id, serial));
  }

  private Letter written(String id, int serial) {
    Letter one = People.refusal(id, 1, LetterState.WAITING);
    Letter letter =
        new Letter(
            id,
            one.submission(),
            one.call(),
            serial,
            LetterKind.CORRECTION,
            one.unit(),
            List.of(People.dossierNumber(1)),
            one.title(),
            one.reference(),
            one.addressee(),
            one.sections(),
            one.closing(),
            one.recipients(),
            one.written(),
            one.hold(),
            LetterState.WAITING);
    letters.save(letter, Act.byMachine(Act.Kind.LETTER_WRITTEN));
    return letter;
  }
}
