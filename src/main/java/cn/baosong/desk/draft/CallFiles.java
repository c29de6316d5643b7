package cn.baosong.desk.draft;

import cn.baosong.core.call.CallId;
import cn.baosong.core.call.CallVersion;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The folder of a call at a moment.
 *
 * @param version that it has, or would have if it took effect
 * @param texts of the files that are shown, by name
 * @param digests SHA-256 of every file of the folder, by name
 */
public record CallFiles(
    CallId call, CallVersion version, Map<String, String> texts, Map<String, String> digests) {
  public CallFiles {
    texts = Collections.unmodifiableMap(new TreeMap<>(texts));
    digests = Collections.unmodifiableMap(new TreeMap<>(digests));
  }

  /** What a draft begins with. */
  public Map<String, String> editable() {
    Map<String, String> editable = new LinkedHashMap<>();
    FileNames.editable().stream()
        .filter(texts::containsKey)
        .forEach(name -> editable.put(name, texts.getOrDefault(name, "")));
    return editable;
  }

  /** Names of files that are not shown, such as lists of persons selected before. */
  public List<String> hidden() {
    return digests.keySet().stream().filter(name -> !FileNames.isShown(name)).toList();
  }

  /** Names of the files in which two folders differ. */
  static Set<String> differing(Map<String, String> digests, Map<String, String> others) {
    Set<String> names = new TreeSet<>(digests.keySet());
    names.addAll(others.keySet());
    names.removeIf(name -> Objects.equals(digests.get(name), others.get(name)));
    return names;
  }
}
