package cn.baosong.json;

import cn.baosong.core.call.Value;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.util.Map;

/** A form value as plain JSON. */
final class ValueWriter extends StdSerializer<Value> {
  private static final long serialVersionUID = 1L;

  ValueWriter() {
    super(Value.class);
  }

  @Override
  public void serialize(Value value, JsonGenerator json, SerializerProvider provider)
      throws IOException {
    write(value, json);
  }

  private static void write(Value value, JsonGenerator json) throws IOException {
    // release 17 has no pattern switch: the last branch is the last permitted type
    if (value instanceof Value.Text text) {
      json.writeString(text.text());
    } else if (value instanceof Value.Number number) {
      json.writeNumber(number.number());
    } else if (value instanceof Value.Flag flag) {
      json.writeBoolean(flag.flag());
    } else if (value instanceof Value.Many many) {
      json.writeStartArray();
      for (Value one : many.values()) {
        write(one, json);
      }
      json.writeEndArray();
    } else {
      json.writeStartObject();
      for (Map.Entry<String, Value> field : ((Value.Fields) value).fields().entrySet()) {
        json.writeFieldName(field.getKey());
        write(field.getValue(), json);
      }
      json.writeEndObject();
    }
  }
}
