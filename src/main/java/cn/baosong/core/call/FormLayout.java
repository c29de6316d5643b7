package cn.baosong.core.call;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How the registration form stands on paper, as {@code form.schema.json} says it.
 *
 * @param title as printed above the form; empty when the schema has none
 * @param parts in their order; a field of the form that none names follows them
 * @param signatures places for a signature or a seal, as they are headed
 */
public record FormLayout(String title, List<Part> parts, List<String> signatures) {
  public static final FormLayout NONE = new FormLayout("", List.of(), List.of());

  public FormLayout {
    parts = List.copyOf(parts);
    signatures = List.copyOf(signatures);
  }

  /** A part of the form with its heading, which may be empty. */
  public record Part(String heading, List<String> fields) {
    public Part {
      fields = List.copyOf(fields);
    }
  }

  /** All parts, the last with what no other names: nothing that was filled in goes unprinted. */
  public List<Part> whole(List<Form.Field> declared, FormData filled) {
    Set<String> rest = new LinkedHashSet<>();
    Stream.concat(declared.stream().map(Form.Field::name), filled.fields().keySet().stream())
        .forEach(rest::add);
    List<Part> all = new ArrayList<>(parts);
    parts.forEach(part -> part.fields().forEach(rest::remove));
    if (!rest.isEmpty()) {
      all.add(new Part("", List.copyOf(rest)));
    }
    return all;
  }
}
