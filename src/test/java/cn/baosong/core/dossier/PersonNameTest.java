package cn.baosong.core.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.core.dossier.PersonName.Doubt;
import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonNameTest {

  @ParameterizedTest
  @ValueSource(strings = {"张三", "张　三", "张 三", " 张  三 ", "张\u00A0三", "张\u200B三", "\uFEFF张三", "张\t三"})
  void dropsThePaddingInsideAHanName(String written) {
    assertThat(PersonName.read(written)).isEqualTo(PersonName.read("张三"));
    assertThat(PersonName.read(written).doubts()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"·", "•", "・", "･", "‧", "∙", "⋅", "●", ".", "．", "。", "、", " · ", " . "})
  void writesEverySeparatorAsTheMiddleDotOfTheStandard(String separator) {
    assertThat(PersonName.read("买买提" + separator + "艾力").text()).isEqualTo("买买提\u00B7艾力");
  }

  @ParameterizedTest
  @CsvSource({
    "欧阳 修, 欧阳修",
    "欧阳　娜娜, 欧阳娜娜",
    "张 三 丰, 张三丰",
    "J. Smith, J. Smith",
    "John　 Smith, John Smith",
    "Ｊｏｈｎ, John",
    "⾦三, 金三",
    "\uF90A三, 金三",
    "马\uE863, 马䶮",
  })
  void bringsANameIntoItsNormalForm(String written, String normal) {
    assertThat(PersonName.read(written).text()).isEqualTo(normal);
    assertThat(PersonName.read(written).doubts()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"买买提 艾力", "塞  夫    曹  磊", "陈 杰 王苗苗", "张三 李四"})
  void keepsABlankThatMayPartTwoNames(String written) {
    assertThat(PersonName.read(written).doubts()).containsExactly(Doubt.BLANK_BETWEEN_PARTS);
    assertThat(PersonName.read(written).text()).contains(" ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"王?", "王？", "王□", "王*", "王〓", "王\uFFFD", "王(上龙下天)", "王（上龙下天）", "王【龙天】"})
  void noticesAMarkInPlaceOfARareCharacter(String written) {
    assertThat(PersonName.read(written).doubts()).containsExactly(Doubt.REPLACEMENT_MARK);
  }

  @Test
  void leavesAPrivateCharacterThatNoStandardExplainsToAPerson() {
    assertThat(PersonName.read("王\uE000").doubts()).containsExactly(Doubt.PRIVATE_USE);
    assertThat(PersonName.read("王 \uE000").text()).isEqualTo("王\uE000");
  }

  @Test
  void repairsExactlyWhatAGbkDecoderBreaks() {
    byte[] sent = "马䶮".getBytes(Charset.forName("GB18030"));

    assertThat(PersonName.read(new String(sent, Charset.forName("GBK"))).text()).isEqualTo("马䶮");
  }

  /** What each decoder of the GB family makes of the separator, A1 A4. */
  @ParameterizedTest
  @ValueSource(strings = {"GB2312", "GBK", "x-mswin-936", "GB18030"})
  void readsTheSeparatorAlikeWhicheverDecoderReadIt(String charset) {
    byte[] sent = "买买提\u00B7艾力".getBytes(Charset.forName("GB18030"));
    PersonName name = PersonName.read(new String(sent, Charset.forName(charset)));

    assertThat(name.text()).isEqualTo("买买提\u00B7艾力");
    assertThat(name.doubts()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u3007", "\uD873\uDF4E", "\u4DAE", "\u9FB4"})
  void keepsRareCharactersOfTheWholeStandard(String rare) {
    byte[] sent = ("王" + rare).getBytes(Charset.forName("GB18030"));

    assertThat(PersonName.read(new String(sent, Charset.forName("GB18030"))).text())
        .isEqualTo("王" + rare);
    assertThat(PersonName.read("王" + rare).doubts()).isEmpty();
  }

  @Test
  void dropsSeparatorsAndBlanksOnlyToFindNamesakes() {
    assertThat(PersonName.read("买买提 艾力").letters()).isEqualTo(PersonName.read("买买提•艾力").letters());
    assertThat(PersonName.read("己").letters()).isNotEqualTo(PersonName.read("已").letters());
  }

  @Test
  void countsCharactersAsAPersonDoes() {
    assertThat(PersonName.read("王\uD873\uDF4E").length()).isEqualTo(2);
    assertThat(PersonName.read("买".repeat(100)).length()).isEqualTo(100);
  }

  @Test
  void refusesToWorkOnATextThatIsNoName() {
    assertThat(PersonName.read("王".repeat(401)).doubts()).containsExactly(Doubt.TOO_LONG);
    assertThat(PersonName.read("　").doubts()).containsExactly(Doubt.EMPTY);
  }

  @ParameterizedTest
  @CsvSource({"张三, 张*", "张三丰, 张**", "买买提•艾力, 买***", "张, *", "'', ''"})
  void showsOnlyTheFirstCharacterInLists(String written, String masked) {
    assertThat(PersonName.read(written).masked()).isEqualTo(masked);
    assertThat(PersonName.read(written)).asString().startsWith(masked);
  }
}
