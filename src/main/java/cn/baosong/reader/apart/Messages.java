package cn.baosong.reader.apart;

import cn.baosong.json.Json;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * How the two sides speak: JSON in ASCII, one value a line. ASCII, since a sender's text may hold
 * half a surrogate pair, which UTF-8 has no bytes for.
 */
final class Messages {
  private static final ObjectMapper JSON =
      Json.mapper()
          .configure(JsonWriteFeature.ESCAPE_NON_ASCII.mappedFeature(), true)
          .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);

  private Messages() {}

  static void write(Object message, OutputStream to) throws IOException {
    JSON.writeValue(to, message);
    to.write('\n');
    to.flush();
  }

  static <T> MappingIterator<T> read(Class<T> type, InputStream from) throws IOException {
    return JSON.readerFor(type).readValues(from);
  }
}
