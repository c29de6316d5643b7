package cn.baosong.core.call;

import java.util.List;
import java.util.Map;

/** The registration form of a call: the port to the JSON Schema validator. */
public interface Form {
  /** The declared fields in the order of the schema. */
  List<Field> fields();

  /** Everything that the schema finds wrong, one fault a line; empty when valid. */
  List<Fault> faults(FormData data);

  /**
   * Reads the text cells of a list row into the types that the schema declares; text that does not
   * fit stays text.
   */
  FormData fromTexts(Map<String, String> cells);

  /** How it stands on paper. */
  default FormLayout layout() {
    return FormLayout.NONE;
  }

  /**
   * A field, the JSON type it is declared with, and whether it is required.
   *
   * @param choices the words that it, or each of its items, admits; empty when any
   */
  record Field(String name, String type, boolean required, List<String> choices) {
    public Field {
      choices = List.copyOf(choices);
    }
  }

  /**
   * A violation.
   *
   * @param field the property concerned
   * @param missing whether a required field is absent or blank: the rules that need it fall silent
   * @param sentence in Chinese, for the unit
   */
  record Fault(String field, boolean missing, String sentence) {}
}
