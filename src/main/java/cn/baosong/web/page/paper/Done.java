package cn.baosong.web.page.paper;

import cn.baosong.core.dossier.Dossier;
import cn.baosong.core.dossier.DossierState;
import cn.baosong.core.dossier.Masking;
import cn.baosong.core.dossier.PaperRecord;
import cn.baosong.desk.PaperDesk;
import java.util.List;
import java.util.Optional;

/**
 * What a registration did.
 *
 * @param second whether a second person is to look at it
 */
public record Done(String number, boolean second, List<Person> people) {

  /**
   * @param dossier the one that the paper was filed to; empty when several may be meant
   * @param waits whether nothing electronic has come of the person
   */
  public record Person(String name, Optional<String> dossier, boolean waits) {}

  static Done of(PaperRecord paper, List<PaperDesk.Filed> filed) {
    return new Done(
        paper.number().value(), paper.awaitsSecond(), filed.stream().map(Done::person).toList());
  }

  private static Person person(PaperDesk.Filed filed) {
    Optional<Dossier> last = filed.dossiers().stream().reduce((a, b) -> b);
    return new Person(
        Masking.text(filed.person().name()),
        last.map(d -> d.number().value()),
        last.filter(d -> d.state() == DossierState.AWAITING_ELECTRONIC).isPresent());
  }
}
