package cn.baosong.core.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.core.call.ComparedField.Kind;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class FieldDifferencesPropertyTest {
  private static final FieldDifferences DIFFERENCES =
      new FieldDifferences(new CharacterVariants("none", Map.of()));

  @Property
  void findsEveryValueEqualToItselfAndNeverFails(
      @ForAll Kind kind, @ForAll String one, @ForAll String other) {
    assertThat(DIFFERENCES.compare(kind, one, one).difference()).isEqualTo(DifferenceClass.EQUAL);
    assertThat(DIFFERENCES.compare(kind, one, other).difference())
        .isEqualTo(DIFFERENCES.compare(kind, other, one).difference());
  }
}
