package cn.baosong.core.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.core.dossier.IdentityNumber.Validity;
import java.time.LocalDate;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.time.api.constraints.DateRange;

class IdentityNumberPropertyTest {
  @Property
  void findsEverySingleMistypedDigit(
      @ForAll @DateRange(min = "1930-01-01", max = "2010-12-31") LocalDate born,
      @ForAll @IntRange(min = 1, max = 998) int ordinal,
      @ForAll @IntRange(min = 0, max = 16) int place,
      @ForAll @IntRange(min = 1, max = 9) int slip) {
    String right = numbered("000000%s%03d".formatted(born.toString().replace("-", ""), ordinal));
    int wrong = (right.charAt(place) - '0' + slip) % 10;
    String mistyped = right.substring(0, place) + wrong + right.substring(place + 1);

    assertThat(IdentityNumber.read(right).birthDate()).contains(born);
    assertThat(IdentityNumber.read(mistyped).validity()).isNotEqualTo(Validity.VALID);
  }

  @Property
  void readsEveryNumberAlikeInFullWidthAndInGroups(
      @ForAll @DateRange(min = "1930-01-01", max = "2010-12-31") LocalDate born,
      @ForAll @IntRange(min = 1, max = 998) int ordinal) {
    String right = numbered("000000%s%03d".formatted(born.toString().replace("-", ""), ordinal));
    StringBuilder wide = new StringBuilder("\u3000");
    right.chars().forEach(c -> wide.append((char) (c + 0xFEE0)));
    String grouped =
        right.substring(0, 6) + " " + right.substring(6, 14) + "\u00A0" + right.substring(14);

    assertThat(IdentityNumber.read(wide.toString())).isEqualTo(IdentityNumber.read(right));
    assertThat(IdentityNumber.read(grouped)).isEqualTo(IdentityNumber.read(right));
  }

  @Property
  void suspectsTheSpreadsheetOfEveryNumberThatKeepsFifteenDigits(
      @ForAll @DateRange(min = "1930-01-01", max = "2010-12-31") LocalDate born,
      @ForAll @IntRange(min = 1, max = 998) int ordinal) {
    String right = numbered("000000%s%03d".formatted(born.toString().replace("-", ""), ordinal));
    Assume.that(!right.endsWith("000"));
    String rounded = right.substring(0, 15) + "000";
    Assume.that(right.charAt(15) != '0' || right.charAt(16) != '0');

    Validity validity = IdentityNumber.read(rounded).validity();
    assertThat(validity)
        .isEqualTo(
            IdentityNotation.checkCharacter(rounded) == '0'
                ? Validity.VALID
                : Validity.PRECISION_LOST_SUSPECTED);
  }

  @Property
  void neverFailsOnAnyText(@ForAll String text) {
    assertThat(IdentityNumber.read(text).masked()).isNotNull();
  }

  private static String numbered(String first17) {
    return first17 + IdentityNotation.checkCharacter(first17);
  }
}
