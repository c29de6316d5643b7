package cn.baosong.web.page.missing;

import cn.baosong.core.notice.Letter;
import cn.baosong.desk.MissingUnits.Line;
import cn.baosong.desk.Refusal;
import java.util.Optional;

/**
 * What became, or would become, of one of many units.
 *
 * @param letter the reminder; empty when there is none
 * @param again whether it is only that it was reminded of late
 * @param why why not, in Chinese; {@code whyEnglish} says the same
 */
public record RemindRow(
    MissingRow unit,
    Optional<Letter> letter,
    boolean again,
    Optional<String> why,
    Optional<String> whyEnglish) {

  static RemindRow written(Line line, MissingRow row, Letter letter) {
    return new RemindRow(row, Optional.of(letter), false, Optional.empty(), Optional.empty());
  }

  static RemindRow refused(MissingRow row, Refusal refusal) {
    return new RemindRow(
        row,
        Optional.empty(),
        refusal.field().equals("again"),
        Optional.of(refusal.chinese()),
        Optional.of(refusal.english()));
  }
}
