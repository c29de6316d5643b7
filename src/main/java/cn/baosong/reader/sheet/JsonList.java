package cn.baosong.reader.sheet;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A list as JSON: an array of objects, or one object whose values are the head and whose first
 * array of objects are the candidates. Read token by token, so that numbers keep their digits and a
 * large file does not become a tree.
 */
final class JsonList {
  private static final int MAX_DEPTH = 32;

  private final String place;
  private final SheetLimits limits;
  private final CellText texts;
  private final JsonFactory factory;
  private final Map<String, Cell> head = new LinkedHashMap<>();
  private final Map<String, Column> columns = new LinkedHashMap<>();
  private final List<Row> rows = new ArrayList<>();

  private JsonList(String place, SheetLimits limits) {
    this.place = place;
    this.limits = limits;
    this.texts = new CellText(limits, place);
    this.factory =
        JsonFactory.builder()
            .streamReadConstraints(
                StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxStringLength(limits.maxText())
                    .maxDocumentLength(limits.maxBytes())
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
  }

  static Sheet read(String text, String place, SheetLimits limits) throws Unreadable {
    JsonList list = new JsonList(place, limits);
    try (JsonParser json = list.factory.createParser(text)) {
      return list.read(json);
    } catch (IOException damaged) {
      throw Unreadable.damaged(place);
    }
  }

  private Sheet read(JsonParser json) throws IOException, Unreadable {
    if (json.nextToken() == JsonToken.START_ARRAY) {
      readRows(json, "");
    } else {
      readObject(json);
    }
    if (json.nextToken() != null) {
      throw Unreadable.damaged(place);
    }
    return new Sheet(head, List.copyOf(columns.values()), rows);
  }

  private void readObject(JsonParser json) throws IOException, Unreadable {
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String key = Column.headed(json.currentName()).name();
      if (json.nextToken() == JsonToken.START_ARRAY && rows.isEmpty()) {
        readRows(json, key);
      } else {
        value(json, place + "!" + key).ifPresent(cell -> head.put(key, cell));
      }
    }
  }

  private void readRows(JsonParser json, String key) throws IOException, Unreadable {
    for (int i = 1; json.nextToken() != JsonToken.END_ARRAY; i++) {
      if (json.currentToken() != JsonToken.START_OBJECT) {
        throw Unreadable.damaged(place);
      }
      if (i > limits.maxRows()) {
        throw Unreadable.tooLarge(place);
      }
      int line = json.currentTokenLocation().getLineNr();
      Row row = new Row(line, readCells(json, place + "!" + key + "[" + i + "]"));
      if (!row.cells().isEmpty()) {
        rows.add(row);
      }
    }
  }

  private Map<String, Cell> readCells(JsonParser json, String at) throws IOException, Unreadable {
    Map<String, Cell> cells = new LinkedHashMap<>();
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      Column column = Column.headed(json.currentName());
      columns.putIfAbsent(column.name(), column);
      if (columns.size() > limits.maxColumns()) {
        throw Unreadable.tooLarge(place);
      }
      json.nextToken();
      value(json, at + "." + column.name()).ifPresent(cell -> cells.put(column.name(), cell));
    }
    return cells;
  }

  private Optional<Cell> value(JsonParser json, String at) throws IOException, Unreadable {
    return switch (json.currentToken()) {
      case VALUE_NULL -> Optional.empty();
      case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT, VALUE_TRUE, VALUE_FALSE ->
          texts.cell(json.getText(), Optional.empty(), at);
      case START_ARRAY, START_OBJECT -> texts.cell(nested(json), Optional.empty(), at);
      case END_ARRAY, END_OBJECT, FIELD_NAME, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE ->
          throw Unreadable.damaged(place);
    };
  }

  private String nested(JsonParser json) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator copy = factory.createGenerator(text)) {
      copy.copyCurrentStructure(json);
    }
    return text.toString();
  }
}
