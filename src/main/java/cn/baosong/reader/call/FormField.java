package cn.baosong.reader.call;

import java.util.List;

/**
 * A field as form.schema.json declares it.
 *
 * @param type JSON type; string where the schema names none
 * @param itemType type of the items of an array; the same as {@code type} otherwise
 * @param choices the words it admits, or its items do; empty when any
 */
record FormField(
    String name, String type, String itemType, List<String> choices, boolean required) {
  FormField {
    choices = List.copyOf(choices);
  }
}
