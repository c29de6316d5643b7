package cn.baosong.desk;

import cn.baosong.core.call.ComparedField;
import cn.baosong.core.dossier.DifferenceClass;
import cn.baosong.core.dossier.FieldDifferences;
import cn.baosong.desk.CellReader.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The readings of one cell, made ready in several ways. One that says what the electronic form says
 * settles it, for no chance reads a name; a difference is only believed when two ways see it.
 */
final class CellVotes {
  private final ComparedField field;
  private final String electronic;
  private final FieldDifferences differences;
  private final List<Text> texts = new ArrayList<>();

  CellVotes(ComparedField field, String electronic, FieldDifferences differences) {
    this.field = field;
    this.electronic = electronic;
    this.differences = differences;
  }

  void add(Text text) {
    texts.add(text);
  }

  boolean isSettled() {
    return agreeing().isPresent();
  }

  private Optional<Text> agreeing() {
    return texts.stream().filter(t -> isSame(t.value(), electronic)).findFirst();
  }

  /** What stands there; of readings that contradict each other the most confident. */
  Text text() {
    return agreeing().or(this::twice).orElseGet(this::best);
  }

  /** Another reading that contradicts it. */
  Optional<String> other() {
    Text chosen = text();
    return isSettled() || twice().isPresent()
        ? Optional.empty()
        : texts.stream()
            .map(Text::value)
            .filter(value -> !isSame(value, chosen.value()))
            .findFirst();
  }

  /** A third that says the same makes the two most confident no less so. */
  private Optional<Text> twice() {
    for (Text one : texts) {
      List<Text> same =
          texts.stream()
              .filter(t -> !t.value().isBlank() && isSame(t.value(), one.value()))
              .toList();
      if (same.size() > 1) {
        double mean =
            same.stream()
                .map(Text::confidence)
                .sorted(Comparator.reverseOrder())
                .limit(2)
                .mapToDouble(c -> c)
                .average()
                .orElse(0);
        return Optional.of(new Text(same.get(0).value(), Math.round(100 * mean) / 100.0));
      }
    }
    return Optional.empty();
  }

  private Text best() {
    Text best = new Text("", 0);
    for (Text text : texts) {
      best = text.confidence() > best.confidence() ? text : best;
    }
    return best;
  }

  private boolean isSame(String one, String two) {
    if (one.isBlank() || two.isBlank()) {
      return one.isBlank() && two.isBlank();
    }
    DifferenceClass found = differences.compare(field.kind(), one, two).difference();
    return found == DifferenceClass.EQUAL || found == DifferenceClass.COSMETIC;
  }
}
