package cn.baosong.core.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.core.call.CallId;
import cn.baosong.core.call.ComparedField;
import cn.baosong.core.call.ComparedField.Kind;
import cn.baosong.core.call.ComparedField.Weight;
import cn.baosong.core.call.FormData;
import cn.baosong.core.call.PersonFields;
import cn.baosong.core.call.Value;
import cn.baosong.core.submission.PageMark;
import cn.baosong.reader.data.ReferenceData;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FingerprintTest {
  private static final FieldDifferences DIFFERENCES =
      new FieldDifferences(ReferenceData.bundled().characterVariants());
  private static final ComparedField BIRTH = new ComparedField("出生日期", Kind.DATE, Weight.IDENTITY);
  private static final ComparedField NAME = new ComparedField("姓名", Kind.NAME, Weight.IDENTITY);
  private static final CallId CALL = new CallId("sx-bqw-2020");

  @Test
  void aFieldWrittenAnotherWayKeepsItsMark() {
    assertThat(mark(BIRTH, "1970年1月1日")).isEqualTo(mark(BIRTH, "1970-01-01"));
    assertThat(mark(NAME, "张　三")).isEqualTo(mark(NAME, "张三"));
  }

  @Test
  void aFieldThatSaysSomethingElseHasAnotherMark() {
    assertThat(mark(BIRTH, "1970-01-02")).isNotEqualTo(mark(BIRTH, "1970-01-01"));
    assertThat(mark(NAME, "")).isNotEqualTo(mark(NAME, "张三"));
  }

  @Test
  void theSameWordsInAnotherFieldHaveAnotherMark() {
    ComparedField phone = new ComparedField("联系电话", Kind.TEXT, Weight.MATERIAL);
    ComparedField fax = new ComparedField("传真", Kind.TEXT, Weight.MATERIAL);
    assertThat(mark(phone, "1")).isNotEqualTo(mark(fax, "1")).hasSize(PageMark.FIELD);
  }

  @Test
  void aDraftIsKnownByThePersonWhateverElseChanges() {
    Candidate one = candidate("张三", "000000197001010019", "1970-01-01");
    Candidate other = candidate("张  三", "000000197001010019", "1970年1月");
    assertThat(Fingerprint.draft(one)).isPresent().isEqualTo(Fingerprint.draft(other));
    assertThat(Fingerprint.draft(candidate("", "", ""))).isEmpty();
  }

  private static Candidate candidate(String name, String identity, String birth) {
    return Candidate.of(
        new FormData(
            Map.of(
                "姓名", new Value.Text(name),
                "身份证件号码", new Value.Text(identity),
                "出生日期", new Value.Text(birth))),
        new PersonFields("姓名", "身份证件号码", "出生日期"));
  }

  private static String mark(ComparedField field, String value) {
    return Fingerprint.mark(field, value, DIFFERENCES);
  }
}
