package cn.baosong.core.dossier;

import cn.baosong.core.call.ComparedField;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;

/**
 * The text layers of a candidate's forms (登记表文字层), cut into cells at their labels. What is read
 * here counts as seen (decisions.md 29), so it reads with caution: a field that two places state
 * differently, or whose end cannot be told, is not read at all.
 */
public final class FormText {
  private final Map<String, List<FormCell>> cells = new HashMap<>();

  private FormText() {}

  /**
   * Reads the forms of one candidate.
   *
   * @param labels the names of the form's fields
   */
  public static FormText read(List<String> texts, Collection<String> labels) {
    FormText forms = new FormText();
    FormLabels known = new FormLabels(labels);
    texts.forEach(text -> forms.cut(FormLines.plain(text), known));
    return forms;
  }

  /**
   * What the forms say of a field, to be compared with what the electronic form says of it.
   *
   * @return empty when they do not say, contradict each other, or cannot be understood
   */
  public Optional<String> value(
      ComparedField field, String electronic, FieldDifferences differences) {
    FormReading reading = new FormReading(field.kind(), electronic, differences);
    List<Optional<String>> said =
        cells.getOrDefault(field.field(), List.of()).stream().map(reading::value).toList();
    return said.stream()
        .findFirst()
        .flatMap(first -> first)
        .filter(first -> said.stream().allMatch(s -> reading.isSame(first, s.orElse(""))));
  }

  private void cut(String text, FormLabels labels) {
    Matcher label = labels.in(text);
    boolean behindEmpty = false;
    boolean found = label.find();
    while (found) {
      String name = labels.name(label);
      int start = label.end();
      found = label.find();
      String behind = text.substring(start, found ? label.start() : text.length());
      FormCell cell = FormCell.of(behind);
      // Labels in a row without values head a table of many lines, none of them the candidate's.
      if (!cell.isEmpty() && !(behindEmpty && behind.startsWith("\n"))) {
        cells.computeIfAbsent(name, n -> new ArrayList<>()).add(cell);
      }
      behindEmpty = cell.isEmpty();
    }
  }
}
