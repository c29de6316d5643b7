package cn.baosong.camel.server;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The bytes of names, which are kept, and what people read in them. */
final class ServerNames {
  private static final Charset GB18030 = Charset.forName("GB18030");

  private ServerNames() {}

  /** By the encoding that the settings name, else strict UTF-8, else as Chinese Windows writes. */
  static String decoded(String raw, ServerPlace.Habits habits) {
    byte[] bytes = raw.getBytes(StandardCharsets.ISO_8859_1);
    Optional<Charset> told = habits.encoding().map(ServerNames::charset);
    if (told.isPresent() && !told.get().equals(StandardCharsets.UTF_8)) {
      return new String(bytes, told.get());
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException other) {
      return new String(bytes, GB18030);
    }
  }

  /** The GB family is one (domain.md 3.3). */
  private static Charset charset(String name) {
    return name.matches("(?i)gb.*|.*936") ? GB18030 : Charset.forName(name);
  }

  /** The bytes of our own words. */
  static String raw(String text, ServerPlace.Habits habits) {
    Charset charset = habits.encoding().map(ServerNames::charset).orElse(StandardCharsets.UTF_8);
    return new String(text.getBytes(charset), StandardCharsets.ISO_8859_1);
  }

  /** The folder that is looked into, from where the account logs in. */
  static String joined(String home, ServerPlace place) {
    String folder = raw(place.folder(), place.habits());
    if (folder.equals(".")) {
      return home.equals("/") ? "" : home;
    }
    String at = folder.startsWith("/") || home.equals("/") ? "" : home;
    return (folder.startsWith("/") ? folder : at + "/" + folder).replaceAll("/+$", "");
  }

  /**
   * A name that stays in its folder: one part, no way up, nothing that a line would end at. A
   * backslash is looked for in the text, since it is also the second byte of some characters.
   */
  static boolean staysInside(String raw, ServerPlace.Habits habits) {
    boolean onePart =
        !raw.isEmpty()
            && !raw.equals(".")
            && !raw.equals("..")
            && raw.chars().noneMatch(c -> c == '/' || c < 0x20 || c == 0x7F);
    return onePart
        && decoded(raw, habits).chars().noneMatch(c -> c == '\\' || Character.isISOControl(c));
  }
}
