package cn.baosong.reader.call;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The files that a new call begins with: each key explained, with an example to be filled in. */
public final class BlankCall {
  private static final List<String> NAMES =
      List.of(CallFolder.CALL, CallFolder.FORM, CallFolder.CASES);

  private BlankCall() {}

  /** By name within the folder of the call. */
  public static Map<String, byte[]> files() {
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (String name : NAMES) {
      try (InputStream draft = BlankCall.class.getResourceAsStream("new-call/" + name)) {
        files.put(name, Objects.requireNonNull(draft).readAllBytes());
      } catch (IOException e) {
        throw new UncheckedIOException("the application misses " + name, e);
      }
    }
    return files;
  }
}
