package cn.baosong.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.baosong.core.call.CallId;
import cn.baosong.core.call.Clause;
import cn.baosong.core.call.FormData;
import cn.baosong.core.call.Value;
import cn.baosong.core.submission.Channel;
import cn.baosong.core.submission.Defect;
import cn.baosong.core.submission.Digest;
import cn.baosong.core.submission.Document;
import cn.baosong.core.submission.Interval;
import cn.baosong.core.submission.Mail;
import cn.baosong.core.submission.Mails;
import cn.baosong.core.submission.Submission;
import cn.baosong.core.submission.TimeEvidence;
import cn.baosong.core.submission.TrustClass;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class JsonTest {
  private final ObjectMapper mapper = Json.mapper();

  @Provide
  Arbitrary<Value> values() {
    Arbitrary<Value> leaf =
        Arbitraries.oneOf(
            Arbitraries.strings().ofMaxLength(20).map(Value.Text::new),
            Arbitraries.bigDecimals().map(Value.Number::new),
            Arbitraries.of(true, false).map(Value.Flag::new));
    return Arbitraries.recursive(() -> leaf, JsonTest::nested, 0, 3);
  }

  private static Arbitrary<Value> nested(Arbitrary<Value> inner) {
    Arbitrary<String> names = Arbitraries.strings().ofMaxLength(5);
    return Arbitraries.oneOf(
        inner,
        inner.list().ofMaxSize(3).map(Value.Many::new),
        Arbitraries.maps(names, inner).ofMaxSize(3).map(Value.Fields::new));
  }

  @Property(tries = 300)
  void readsBackEveryFormValueItWrote(@ForAll("values") Value value)
      throws JsonProcessingException {
    assertThat(mapper.readValue(mapper.writeValueAsString(value), Value.class)).isEqualTo(value);
  }

  @Test
  void writesAFormAsThePlainObjectThatTheUnitSent() throws JsonProcessingException {
    String sent = "{\"姓名\":\"张三\",\"年龄\":41.50,\"获奖\":[\"甲\",\"乙\"],\"在职\":true}";
    FormData form = mapper.readValue(sent, FormData.class);
    assertThat(form.fields()).containsEntry("年龄", new Value.Number(new BigDecimal("41.50")));
    assertThat(mapper.writeValueAsString(form)).isEqualTo(sent);
  }

  @Test
  void takesANullInAFormAsAFactThatIsAbsent() throws JsonProcessingException {
    assertThat(mapper.readValue("{\"姓名\":null,\"获奖\":[null]}", FormData.class))
        .isEqualTo(new FormData(Map.of("获奖", new Value.Many(List.of()))));
  }

  @Test
  void writesNumbersAndCodesAsPlainStringsAndEvidenceAsEvidenceFilesDo()
      throws JsonProcessingException {
    TimeEvidence evidence =
        TimeEvidence.of(
            Interval.at(Instant.parse("2020-03-31T15:59:58Z")), "INTERNALDATE", TrustClass.A);
    String json =
        "{\"earliest\":\"2020-03-31T15:59:58Z\",\"latest\":\"2020-03-31T15:59:58Z\","
            + "\"source\":\"INTERNALDATE\",\"class\":\"A\"}";
    assertThat(mapper.writeValueAsString(evidence)).isEqualTo(json);
    assertThat(mapper.readValue(json, TimeEvidence.class)).isEqualTo(evidence);
    assertThat(mapper.writeValueAsString(new CallId("sx-bqw-2020"))).isEqualTo("\"sx-bqw-2020\"");
    assertThat(mapper.writeValueAsString(Channel.EMAIL)).isEqualTo("\"email\"");
  }

  @Test
  void keepsTheDayOfEvidenceOfDayPrecision() throws JsonProcessingException {
    TimeEvidence day =
        new TimeEvidence(
            Interval.at(Instant.EPOCH),
            "dispatch postmark",
            TrustClass.A,
            Optional.of(LocalDate.of(2020, 3, 31)));
    String json = mapper.writeValueAsString(day);
    assertThat(json).contains("\"day\":\"2020-03-31\"");
    assertThat(mapper.readValue(json, TimeEvidence.class)).isEqualTo(day);
  }

  @Test
  void writesTheFactsOfARecordAndNoneOfItsQuestions() throws JsonProcessingException {
    assertThat(mapper.writeValueAsString(new Clause("不予受理", "四")))
        .isEqualTo("{\"words\":\"不予受理\",\"place\":\"四\"}");
  }

  @Test
  void readsAnOldJournalThatLacksAListAndHasAPropertyNobodyKnows() throws JsonProcessingException {
    Document document =
        mapper.readValue(
            "{\"path\":\"a.pdf\",\"bytes\":1,\"digest\":\"" + "0".repeat(64) + "\",\"old\":[1]}",
            Document.class);
    assertThat(document.pages()).isEmpty();
    assertThat(document.text()).isEmpty();
    assertThat(mapper.readValue("{\"code\":\"X\"}", Defect.class))
        .isEqualTo(new Defect("X", "", "", false));
    assertThatThrownBy(() -> mapper.readValue("{\"number\":\"SJ-2020-0001\"}", Submission.class))
        .isInstanceOf(JsonMappingException.class)
        .hasMessageContaining("at least one receipt");
  }

  @Test
  void keepsTheMailThatAPackageCameIn() throws JsonProcessingException {
    Mail mail = Mails.full();
    String written = mapper.writeValueAsString(mail);
    assertThat(mapper.readValue(written, Mail.class)).isEqualTo(mail);
    assertThat(written).doesNotContain("answerable").doesNotContain("final");
  }

  @Test
  void keepsTheTextLayerOfAForm() throws JsonProcessingException {
    Document form =
        new Document(
            "登记表.pdf", 1, new Digest("0".repeat(64)), Optional.of(2), Optional.of("姓名 张三\n"));
    assertThat(mapper.readValue(mapper.writeValueAsString(form), Document.class)).isEqualTo(form);
  }
}
