package cn.baosong.reader.call;

import cn.baosong.core.call.FormLayout;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads how the form stands on paper: the schema's {@code title}, and its {@code x-layout} with
 * parts and places for signatures.
 */
final class LayoutReader {
  static final String KEY = "x-layout";

  private final Source source;
  private final Faults faults;
  private final Set<String> placed = new HashSet<>();

  LayoutReader(Source source, Faults faults) {
    this.source = source;
    this.faults = faults;
  }

  FormLayout read(List<FormField> declared) {
    JsonNode layout = source.root().path(KEY);
    Set<String> known = new HashSet<>();
    declared.forEach(field -> known.add(field.name()));
    List<FormLayout.Part> parts = new ArrayList<>();
    for (int i = 0; i < layout.path("parts").size(); i++) {
      parts.add(part(layout.path("parts").get(i), "/" + KEY + "/parts/" + i, known));
    }
    List<String> signatures = new ArrayList<>();
    layout.path("signatures").forEach(place -> signatures.add(place.asText()));
    return new FormLayout(source.root().path("title").asText(""), parts, signatures);
  }

  private FormLayout.Part part(JsonNode part, String at, Set<String> known) {
    List<String> fields = new ArrayList<>();
    for (JsonNode name : part.path("fields")) {
      String field = name.asText();
      if (!known.contains(field)) {
        faults.add(
            source,
            at,
            "版面里的栏目“" + field + "”不在 properties 里",
            "the layout names an undeclared field");
      } else if (!placed.add(field)) {
        faults.add(
            source, at, "栏目“" + field + "”在版面里出现了两次", "the layout names a field twice: " + field);
      } else {
        fields.add(field);
      }
    }
    return new FormLayout.Part(part.path("heading").asText(""), fields);
  }
}
