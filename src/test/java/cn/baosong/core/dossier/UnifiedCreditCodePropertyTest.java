package cn.baosong.core.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.core.dossier.UnifiedCreditCode.Validity;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class UnifiedCreditCodePropertyTest {
  @Property
  void acceptsEveryCodeWithItsOwnCheckCharacter(@ForAll("first17") String first) {
    String code = first + UnifiedCreditCode.checkCharacter(first);

    assertThat(UnifiedCreditCode.read(code).validity()).isEqualTo(Validity.VALID);
  }

  @Provide
  Arbitrary<String> first17() {
    return Arbitraries.strings().withChars("0123456789ABCDEFGHJKLMNPQRTUWXY").ofLength(17);
  }
}
