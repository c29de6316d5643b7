package cn.baosong.reader.feel;

import java.util.Set;

/**
 * A form field that a condition may name.
 *
 * @param type JSON type: string, number, integer, boolean or array
 * @param choices the words that the field admits; empty when any
 */
public record Fact(String name, String type, Set<String> choices) {
  public Fact {
    choices = Set.copyOf(choices);
  }

  boolean isNumber() {
    return type.equals("number") || type.equals("integer");
  }

  Kind kind() {
    return switch (type) {
      case "string" -> Kind.TEXT;
      case "number", "integer" -> Kind.NUMBER;
      case "boolean" -> Kind.TRUTH;
      case "array" -> Kind.LIST;
      default -> Kind.ANY;
    };
  }
}
