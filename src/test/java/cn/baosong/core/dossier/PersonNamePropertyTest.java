package cn.baosong.core.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PersonNamePropertyTest {
  @Property
  void neverMergesTwoDifferentHanCharacters(
      @ForAll("unifiedHan") int one, @ForAll("unifiedHan") int other) {
    Assume.that(one != other);

    assertThat(PersonName.read("王" + Character.toString(one)).text())
        .isNotEqualTo(PersonName.read("王" + Character.toString(other)).text());
  }

  @Property
  void keepsEveryUnifiedHanCharacterAsItIs(@ForAll("unifiedHan") int character) {
    String name = "王" + Character.toString(character);

    assertThat(PersonName.read(name).text()).isEqualTo(name);
  }

  @Property
  void readsItsOwnNormalFormUnchanged(@ForAll String written) {
    String once = PersonName.read(written).text();

    assertThat(PersonName.read(once).text()).isEqualTo(once);
  }

  @Provide
  Arbitrary<Integer> unifiedHan() {
    return Arbitraries.oneOf(
        Arbitraries.integers().between(0x4E00, 0x9FFF),
        Arbitraries.integers().between(0x3400, 0x4DBF),
        Arbitraries.integers().between(0x20000, 0x2A6DF),
        Arbitraries.integers().between(0x2CEB0, 0x2EBE0));
  }
}
