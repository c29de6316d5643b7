package cn.baosong.core.check;

import cn.baosong.core.call.Material;
import cn.baosong.core.submission.Document;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Recognises materials by their file names; the names are hints, written by many hands. */
final class FileNames {
  private static final Pattern UNSAID = Pattern.compile("[\\s\\p{Z}\\u200B\\uFEFF_-]+");
  private static final Pattern MIDDLE_DOT = Pattern.compile("[·•‧・∙]");

  private FileNames() {}

  /**
   * The material a file is meant to be: the longest hint in its name, else in the names of its
   * folders, else its suffix for materials that go by nothing else.
   */
  static Optional<Material> recognise(Document file, List<Material> materials) {
    String[] parts = file.path().split("/", -1);
    for (int i = parts.length - 1; i >= 0; i--) {
      Optional<Material> hinted = hinted(normal(parts[i]), materials);
      if (hinted.isPresent()) {
        return i < parts.length - 1 ? bySuffix(file, materials).or(() -> hinted) : hinted;
      }
    }
    return bySuffix(file, materials);
  }

  static boolean hasSuffix(Document file, Set<String> suffixes) {
    return suffixes.isEmpty() || suffixes.contains(suffix(file));
  }

  /** The middle dot that a notice itself prints in ·RPU is accepted, with a remark. */
  static boolean hasDottedSuffix(Document file) {
    String name = file.name();
    String suffix = suffix(file);
    int dot = name.length() - suffix.length() - 1;
    return !suffix.isEmpty() && dot >= 0 && name.charAt(dot) != '.';
  }

  static String normal(String name) {
    String plain = Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    return MIDDLE_DOT.matcher(UNSAID.matcher(plain).replaceAll("")).replaceAll(".");
  }

  private static String suffix(Document file) {
    String name = normal(file.name());
    int dot = name.lastIndexOf('.');
    return dot < 0 ? "" : name.substring(dot + 1);
  }

  /** The material whose hint is the longest in a name that was made {@link #normal}. */
  static Optional<Material> hinted(String name, List<Material> materials) {
    Optional<Material> meant = Optional.empty();
    int longest = 0;
    for (Material material : materials) {
      int hint = longestHint(name, material);
      if (hint > longest) {
        longest = hint;
        meant = Optional.of(material);
      }
    }
    return meant;
  }

  private static int longestHint(String name, Material material) {
    return material.names().stream()
        .map(FileNames::normal)
        .filter(hint -> !hint.isEmpty() && name.contains(hint))
        .mapToInt(String::length)
        .max()
        .orElse(0);
  }

  private static Optional<Material> bySuffix(Document file, List<Material> materials) {
    return materials.stream()
        .filter(m -> m.opaque() || m.names().isEmpty())
        .filter(m -> !m.suffixes().isEmpty() && hasSuffix(file, m.suffixes()))
        .findFirst();
  }
}
