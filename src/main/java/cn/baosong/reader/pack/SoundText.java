package cn.baosong.reader.pack;

import cn.baosong.core.call.FormData;
import cn.baosong.core.call.Value;
import cn.baosong.core.submission.Defect;
import cn.baosong.core.submission.Document;
import cn.baosong.core.submission.Opened;
import cn.baosong.core.submission.Stated;
import cn.baosong.core.submission.StatedParcel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * What a package says, in characters that every store, letter and journal can hold: NUL and half a
 * surrogate pair, which JSON may carry, become the replacement character.
 */
final class SoundText {
  private SoundText() {}

  static Opened of(Opened opened) {
    return new Opened(
        opened.outcome(),
        of(opened.stated()),
        of(opened.report()),
        all(opened.documents(), SoundText::of),
        all(opened.entries(), SoundText::of),
        all(opened.defects(), SoundText::of),
        opened.content());
  }

  private static Opened.Entry of(Opened.Entry entry) {
    return new Opened.Entry(
        entry.rank(),
        of(entry.category()),
        entry.form().map(SoundText::of),
        all(entry.cells(), SoundText::of),
        all(entry.paper(), SoundText::of),
        entry.parcel().map(SoundText::of),
        all(entry.documents(), SoundText::of),
        all(entry.defects(), SoundText::of),
        of(entry.place()));
  }

  private static Stated of(Stated stated) {
    return new Stated(
        of(stated.call()),
        of(stated.unitCode()),
        of(stated.unitName()),
        of(stated.contact()),
        of(stated.phone()),
        of(stated.email()));
  }

  private static StatedParcel of(StatedParcel parcel) {
    return new StatedParcel(
        of(parcel.carrier()),
        of(parcel.item()),
        parcel.dispatchPostmark(),
        parcel.postmarkLegible(),
        parcel.arrivalPostmark());
  }

  private static Document of(Document document) {
    return new Document(
        of(document.path()),
        document.bytes(),
        document.digest(),
        document.pages(),
        of(document.text()),
        document.marks());
  }

  private static Defect of(Defect defect) {
    return new Defect(defect.code(), of(defect.place()), of(defect.sentence()), defect.remark());
  }

  private static FormData of(FormData form) {
    return new FormData(all(form.fields(), SoundText::of));
  }

  private static Value of(Value value) {
    if (value instanceof Value.Text text) {
      return new Value.Text(of(text.text()));
    }
    if (value instanceof Value.Many many) {
      return new Value.Many(all(many.values(), SoundText::of));
    }
    return value instanceof Value.Fields fields
        ? new Value.Fields(all(fields.fields(), SoundText::of))
        : value;
  }

  private static Optional<String> of(Optional<String> text) {
    return text.map(SoundText::of);
  }

  private static <T> List<T> all(List<T> list, Function<T, T> of) {
    return list.stream().map(of).toList();
  }

  private static <T> Map<String, T> all(Map<String, T> map, UnaryOperator<T> of) {
    Map<String, T> sound = new LinkedHashMap<>();
    map.forEach((key, value) -> sound.putIfAbsent(of(key), of.apply(value)));
    return sound;
  }

  static String of(String text) {
    boolean sound = text.codePoints().allMatch(SoundText::isSound);
    return sound
        ? text
        : text.codePoints()
            .map(c -> isSound(c) ? c : 0xFFFD)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
  }

  private static boolean isSound(int c) {
    return c != 0 && (c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE);
  }
}
