package cn.baosong.core.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.core.dossier.IdentityNumber.Kind;
import cn.baosong.core.dossier.IdentityNumber.Sex;
import cn.baosong.core.dossier.IdentityNumber.Validity;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityNumberTest {
  /** No region has the code 000000, so nobody owns such a number. */
  private static final String INVENTED = numbered("00000019700101001");

  @Test
  void readsBirthDateAndSexFromAResidentCard() {
    IdentityNumber number = IdentityNumber.read(INVENTED);

    assertThat(number.kind()).isEqualTo(Kind.RESIDENT_18);
    assertThat(number.validity()).isEqualTo(Validity.VALID);
    assertThat(number.birthDate()).contains(LocalDate.of(1970, 1, 1));
    assertThat(number.sex()).contains(Sex.MALE);
    assertThat(IdentityNumber.read(numbered("00000019700101002")).sex()).contains(Sex.FEMALE);
  }

  @Test
  void agreesWithThePublishedExampleOfTheStandard() {
    // the worked example of GB 11643-1999
    assertThat(IdentityNumber.read("11010519491231002X").validity()).isEqualTo(Validity.VALID);
    assertThat(IdentityNumber.read("440524188001010014").validity()).isEqualTo(Validity.VALID);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "11010519491231002x",
        "１１０１０５１９４９１２３１００２Ｘ",
        "11010519491231002Х",
        "11010519491231002×",
        " 110105 19491231 002X ",
        "'11010519491231002X",
        "\uFEFF11010519491231002X"
      })
  void takesEveryWayOfTypingForTheSameNumber(String written) {
    assertThat(IdentityNumber.read(written)).isEqualTo(IdentityNumber.read("11010519491231002X"));
  }

  @ParameterizedTest
  @CsvSource({
    "110105194912310021, RESIDENT_18, CHECK_DIGIT_WRONG",
    "110105194912310000, RESIDENT_18, PRECISION_LOST_SUSPECTED",
    "1.10105E+17, OTHER, PRECISION_LOST_SUSPECTED",
    "1.10105194912310E17, OTHER, PRECISION_LOST_SUSPECTED",
    "000000700101001, RESIDENT_15, VALID",
    "000000701301001, RESIDENT_15, BIRTH_DATE_IMPOSSIBLE",
    "ZZZ110080010112, FOREIGN_PERMANENT, VALID",
    "zzz110080010112, FOREIGN_PERMANENT, VALID",
    "E12345678, PASSPORT, VALID",
    "EA1234567, PASSPORT, VALID",
    "G12345678, PASSPORT, VALID",
    "C12345678, PASSPORT, VALID",
    "W12345678, PASSPORT, VALID",
    "H12345678, PASSPORT, VALID",
    "M1234567890, PASSPORT, VALID",
    "123456789, PASSPORT, VALID",
    "1.40202E+17, OTHER, PRECISION_LOST_SUSPECTED",
    "1.40202e17, OTHER, PRECISION_LOST_SUSPECTED",
    "000000690229001, RESIDENT_15, BIRTH_DATE_IMPOSSIBLE",
    "00000019700101001, OTHER, NOT_RECOGNISED",
    "0000001970010100199, OTHER, NOT_RECOGNISED",
    "X00000197001010010, OTHER, NOT_RECOGNISED",
    "H1234567890, PASSPORT, VALID",
    "12345678, PASSPORT, VALID",
    "2293393, OTHER, NOT_RECOGNISED",
    "身份证, OTHER, NOT_RECOGNISED",
    "'', OTHER, NOT_RECOGNISED",
  })
  void saysWhatANumberIsAndWhatItsChecksFound(String written, Kind kind, Validity validity) {
    IdentityNumber number = IdentityNumber.read(written);

    assertThat(number.kind()).isEqualTo(kind);
    assertThat(number.validity()).isEqualTo(validity);
  }

  @Test
  void knowsTheCardsOfForeignersAndOfResidentsFromHongKongMacaoAndTaiwan() {
    for (String area : new String[] {"81", "82", "83"}) {
      IdentityNumber resident = IdentityNumber.read(numbered(area + "000019700101002"));
      assertThat(resident.kind()).isEqualTo(Kind.HK_MACAO_TAIWAN_RESIDENCE);
      assertThat(resident.validity()).isEqualTo(Validity.VALID);
      assertThat(resident.sex()).contains(Sex.FEMALE);
    }
    IdentityNumber foreign = IdentityNumber.read(numbered("99999919700101001"));
    assertThat(foreign.kind()).isEqualTo(Kind.FOREIGN_PERMANENT);
    assertThat(foreign.birthDate()).contains(LocalDate.of(1970, 1, 1));
  }

  @Test
  void doesNotRefuseARegionThatNoTableKnows() {
    assertThat(IdentityNumber.read(INVENTED).validity()).isEqualTo(Validity.VALID);
  }

  @Test
  void statesNoBirthDateFromANumberWithAMistake() {
    assertThat(IdentityNumber.read("110105194912310021").birthDate()).isEmpty();
    assertThat(IdentityNumber.read(numbered("00000019701301001")).validity())
        .isEqualTo(Validity.BIRTH_DATE_IMPOSSIBLE);
  }

  @Test
  void showsOnlyThreeFirstAndFourLastCharacters() {
    assertThat(IdentityNumber.read("11010519491231002X").masked()).isEqualTo("110***********002X");
    assertThat(IdentityNumber.read("E12345678").masked()).isEqualTo("E******78");
    assertThat(IdentityNumber.read("E123").masked()).isEqualTo("E***");
    assertThat(IdentityNumber.read("").masked()).isEmpty();
    assertThat(IdentityNumber.read("11010519491231002X")).asString().doesNotContain("19491231");
  }

  private static String numbered(String first17) {
    return first17 + IdentityNotation.checkCharacter(first17);
  }
}
