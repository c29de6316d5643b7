package cn.baosong.json;

import cn.baosong.core.call.Value;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Plain JSON as a form value; a null is a fact that is absent, and so is left out. */
final class ValueReader extends StdDeserializer<Value> {
  private static final long serialVersionUID = 1L;

  ValueReader() {
    super(Value.class);
  }

  @Override
  public Value deserialize(JsonParser json, DeserializationContext context) throws IOException {
    return read(json, context);
  }

  private static Value read(JsonParser json, DeserializationContext context) throws IOException {
    JsonToken token = json.currentToken();
    if (token == JsonToken.START_OBJECT) {
      return fields(json, context);
    }
    if (token == JsonToken.START_ARRAY) {
      return many(json, context);
    }
    if (token.isNumeric()) {
      return new Value.Number(json.getDecimalValue());
    }
    if (token.isBoolean()) {
      return new Value.Flag(json.getBooleanValue());
    }
    if (token == JsonToken.VALUE_STRING) {
      return new Value.Text(json.getText());
    }
    return (Value) context.handleUnexpectedToken(Value.class, json);
  }

  private static Value many(JsonParser json, DeserializationContext context) throws IOException {
    List<Value> values = new ArrayList<>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      if (json.currentToken() != JsonToken.VALUE_NULL) {
        values.add(read(json, context));
      }
    }
    return new Value.Many(values);
  }

  private static Value.Fields fields(JsonParser json, DeserializationContext context)
      throws IOException {
    Map<String, Value> fields = new LinkedHashMap<>();
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String name = json.currentName();
      if (json.nextToken() != JsonToken.VALUE_NULL) {
        fields.put(name, read(json, context));
      }
    }
    return new Value.Fields(fields);
  }

  /** A form as a whole: always an object. */
  static final class OfFields extends StdDeserializer<Value.Fields> {
    private static final long serialVersionUID = 1L;

    OfFields() {
      super(Value.Fields.class);
    }

    @Override
    public Value.Fields deserialize(JsonParser json, DeserializationContext context)
        throws IOException {
      if (json.currentToken() != JsonToken.START_OBJECT) {
        return (Value.Fields) context.handleUnexpectedToken(Value.Fields.class, json);
      }
      return fields(json, context);
    }
  }
}
