package cn.baosong.core.notice;

import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.core.check.Finding;
import cn.baosong.core.check.FindingCode;
import cn.baosong.core.check.Outcome;
import cn.baosong.core.dossier.DossierState;
import cn.baosong.core.submission.Submission;
import cn.baosong.print.ShippedWording;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The mail around a letter. */
class CoverTest {
  private final LetterWriter writer =
      new LetterWriter(ShippedWording.load(), Optional.empty(), Stories.ZONE);

  /** N08: whoever reads a mailbox that is not the unit's learns a number and nothing of anybody. */
  @ParameterizedTest
  @EnumSource(
      value = DossierState.class,
      names = {"ACCEPTED", "RETURNED", "REJECTED", "IN_REVIEW"})
  void saysNothingOfPeopleOrReasonsBesideTheNumber(DossierState state) {
    DecisionStory story = new DecisionStory();
    Outcome outcome =
        switch (state) {
          case RETURNED -> Outcome.CORRECT;
          case REJECTED -> Outcome.BLOCK;
          default -> Outcome.REFER;
        };
    Finding reason = story.finding(FindingCode.INELIGIBLE, outcome, "age", "出生日期超过界限。");
    if (state == DossierState.ACCEPTED) {
      story.decided("张三", state);
    } else {
      story.decided("张三", state, reason);
    }
    Letter letter = writer.letters(story.told(), Stories.occasion()).get(0);
    assertThat(Stories.saidBy(letter)).contains("张三");
    Submission of = Stories.submission(DecisionStory.FIRST.value(), Stories.receipt("出生日期.zip"));
    Cover cover =
        writer.cover(
            letter, Delivery.of(of, Optional.of(Stories.call()), Optional.of(Stories.unit())));
    assertThat(cover.subject() + cover.text() + cover.attachment())
        .contains(DecisionStory.FIRST.value())
        .doesNotContain("张三", "出生日期", "超过界限");
  }
}
