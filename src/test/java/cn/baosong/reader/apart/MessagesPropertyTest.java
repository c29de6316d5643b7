package cn.baosong.reader.apart;

import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.core.call.FormData;
import cn.baosong.core.call.Value;
import cn.baosong.core.submission.Defect;
import cn.baosong.core.submission.Digest;
import cn.baosong.core.submission.Document;
import cn.baosong.core.submission.Opened;
import cn.baosong.core.submission.Stated;
import cn.baosong.core.submission.StatedParcel;
import com.fasterxml.jackson.databind.MappingIterator;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class MessagesPropertyTest {
  /** Quotes, line ends and characters beyond the first plane are among them. */
  private static final Arbitrary<String> TEXT =
      Arbitraries.oneOf(
          Arbitraries.of("", "张三", "a\nb\r\u2028", "\"\\\u0001", "䶮\ud842\udfb7", "\ufffe"),
          Arbitraries.strings().ofMaxLength(12).map(MessagesPropertyTest::whole));

  @Property(tries = 300)
  void whatAReaderSaysArrivesAsItWasSaid(@ForAll("packages") Opened opened) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    Messages.write(Answer.opened(opened), line);
    Messages.write(Answer.reading("next"), line);
    assertThat(line.toString(java.nio.charset.StandardCharsets.US_ASCII)).matches("\\p{ASCII}*");
    try (MappingIterator<Answer> said =
        Messages.read(Answer.class, new ByteArrayInputStream(line.toByteArray()))) {
      assertThat(said.nextValue()).isEqualTo(Answer.opened(opened));
      assertThat(said.nextValue()).isEqualTo(Answer.reading("next"));
      assertThat(said.hasNextValue()).isFalse();
    }
  }

  @Provide
  static Arbitrary<Opened> packages() {
    return Combinators.combine(
            Arbitraries.of(Opened.Outcome.class),
            stated(),
            forms(),
            documents().list().ofMaxSize(2),
            candidates().list().ofMaxSize(2),
            defects().list().ofMaxSize(2),
            digests().optional())
        .as(Opened::new);
  }

  /** As the front door leaves it. */
  private static String whole(String text) {
    StringBuilder whole = new StringBuilder();
    text.codePoints()
        .filter(c -> Character.getType(c) != Character.SURROGATE)
        .forEach(whole::appendCodePoint);
    return whole.toString();
  }

  private static Arbitrary<Opened.Entry> candidates() {
    Arbitrary<Map<String, String>> cells = Arbitraries.maps(TEXT, TEXT).ofMaxSize(3);
    return Combinators.combine(
            Arbitraries.integers(),
            TEXT.optional(),
            forms().optional(),
            Combinators.combine(cells, cells).as(List::of),
            parcels().optional(),
            documents().list().ofMaxSize(2),
            defects().list().ofMaxSize(2),
            TEXT)
        .as(
            (rank, category, form, fields, parcel, documents, defects, place) ->
                new Opened.Entry(
                    rank,
                    category,
                    form,
                    fields.get(0),
                    fields.get(1),
                    parcel,
                    documents,
                    defects,
                    place));
  }

  private static Arbitrary<Stated> stated() {
    Arbitrary<Optional<String>> said = TEXT.optional();
    return Combinators.combine(said, said, said, said, said, said).as(Stated::new);
  }

  private static Arbitrary<StatedParcel> parcels() {
    Arbitrary<Optional<LocalDate>> day =
        Arbitraries.longs().between(-800_000, 3_000_000).map(LocalDate::ofEpochDay).optional();
    return Combinators.combine(TEXT, TEXT, day, Arbitraries.of(true, false), day)
        .as(StatedParcel::new);
  }

  private static Arbitrary<Document> documents() {
    return Combinators.combine(
            TEXT,
            Arbitraries.longs(),
            digests(),
            Arbitraries.integers().optional(),
            TEXT.optional())
        .as(Document::new);
  }

  private static Arbitrary<Defect> defects() {
    return Combinators.combine(TEXT, TEXT, TEXT, Arbitraries.of(true, false)).as(Defect::new);
  }

  private static Arbitrary<Digest> digests() {
    return Arbitraries.strings().withChars("0123456789abcdef").ofLength(64).map(Digest::new);
  }

  private static Arbitrary<FormData> forms() {
    return Arbitraries.maps(TEXT, values()).ofMaxSize(3).map(FormData::new);
  }

  private static Arbitrary<Value> values() {
    return Arbitraries.lazyOf(
        () -> TEXT.map(Value.Text::new),
        () -> TEXT.map(Value.Text::new),
        () -> Arbitraries.bigDecimals().map(Value.Number::new),
        () -> Arbitraries.bigDecimals().map(n -> new Value.Number(n.scaleByPowerOfTen(400))),
        () -> Arbitraries.of(true, false).map(Value.Flag::new),
        () -> values().list().ofMaxSize(2).map(Value.Many::new),
        () -> Arbitraries.maps(TEXT, values()).ofMaxSize(2).map(Value.Fields::new));
  }
}
