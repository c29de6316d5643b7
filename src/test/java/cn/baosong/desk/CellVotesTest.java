package cn.baosong.desk;

import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.core.call.ComparedField;
import cn.baosong.core.dossier.CharacterVariants;
import cn.baosong.core.dossier.FieldDifferences;
import cn.baosong.desk.CellReader.Text;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Several looks at one cell. */
class CellVotesTest {
  private final CellVotes votes =
      new CellVotes(
          new ComparedField("专业技术职称", ComparedField.Kind.TEXT, ComparedField.Weight.MATERIAL),
          "教授",
          new FieldDifferences(new CharacterVariants("test/1", Map.of())));

  @Test
  void isSettledByAReadingThatSaysWhatTheFormSaysHoweverUnsureItIs() {
    votes.add(new Text("研究员", 0.99));
    votes.add(new Text("教 授", 0.2));
    assertThat(votes.isSettled()).isTrue();
    assertThat(votes.text().value()).isEqualTo("教 授");
  }

  @Test
  void isNoLessSureOfTwoLooksBecauseAThirdSaysTheSameInALowerVoice() {
    votes.add(new Text("研究员", 0.93));
    votes.add(new Text("研究员", 0.93));
    votes.add(new Text("研究员", 0.77));
    assertThat(votes.text()).isEqualTo(new Text("研究员", 0.93));
    assertThat(votes.other()).isEmpty();
  }

  @Test
  void tellsTheReadingThatContradictsAnotherWhereNoTwoAgree() {
    votes.add(new Text("研究员", 0.93));
    votes.add(new Text("研究贝", 0.9));
    assertThat(votes.other()).contains("研究贝");
  }
}
