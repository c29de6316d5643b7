package cn.baosong.reader.marking;

import cn.baosong.core.submission.MarkingSearch;
import cn.baosong.reader.text.TextBytes;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.Writer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Text in whatever charset: marked up, JSON, or plain. */
final class PlainText {
  /** Text beyond this is a data dump, and not searched. */
  private static final long LARGEST = 256L << 20;

  private static final int CHUNK = 1 << 14;
  private static final JsonFactory JSON = new JsonFactory();

  private PlainText() {}

  static boolean read(Path file, boolean json, MarkingSearch search) throws IOException {
    if (Files.size(file) > LARGEST) {
      return false;
    }
    Charset charset = charset(file);
    if (json && isJson(file, charset, search)) {
      return true;
    }
    try (InputStream in = Files.newInputStream(file)) {
      read(new InputStreamReader(in, charset), search);
    }
    return true;
  }

  /** What looks like mark-up loses its tags; anything else is read as it is. */
  static void read(Reader text, MarkingSearch search) throws IOException {
    BufferedReader reader = new BufferedReader(text, CHUNK);
    reader.mark(CHUNK);
    int first = reader.read();
    for (int n = 1; n < CHUNK && (first == 0xFEFF || Character.isWhitespace(first)); n++) {
      first = reader.read();
    }
    reader.reset();
    Markup markup = new Markup(search);
    char[] chunk = new char[CHUNK];
    for (int n = reader.read(chunk); n >= 0; n = reader.read(chunk)) {
      if (first == '<') {
        markup.read(chunk, n);
      } else {
        search.read(CharBuffer.wrap(chunk, 0, n));
      }
    }
    markup.end();
    search.end();
  }

  static Charset charset(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] two = in.readNBytes(2);
      if (two.length == 2 && two[0] == (byte) 0xFF && two[1] == (byte) 0xFE) {
        return StandardCharsets.UTF_16LE;
      }
      if (two.length == 2 && two[0] == (byte) 0xFE && two[1] == (byte) 0xFF) {
        return StandardCharsets.UTF_16BE;
      }
    }
    return isUtf8(file) ? StandardCharsets.UTF_8 : TextBytes.GB18030;
  }

  private static boolean isUtf8(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file);
        Reader strict =
            new InputStreamReader(
                in,
                StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT))) {
      strict.transferTo(Writer.nullWriter());
      return true;
    } catch (CharacterCodingException otherwise) {
      return false;
    }
  }

  /** Names and values one by one, so that no escape hides a character; false when it is none. */
  private static boolean isJson(Path file, Charset charset, MarkingSearch search)
      throws IOException {
    try (InputStream in = Files.newInputStream(file);
        JsonParser parser = JSON.createParser(new InputStreamReader(in, charset))) {
      for (JsonToken t = parser.nextToken(); t != null; t = parser.nextToken()) {
        if (t == JsonToken.FIELD_NAME || t == JsonToken.VALUE_STRING) {
          search.read(parser.getText());
          search.end();
        }
      }
      return true;
    } catch (JsonParseException broken) {
      return false;
    }
  }
}
