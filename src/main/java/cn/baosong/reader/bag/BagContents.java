package cn.baosong.reader.bag;

import cn.baosong.reader.archive.Entry;
import cn.baosong.reader.archive.OpenedArchive;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The files of a bag by their paths, found also when macOS has decomposed their names. */
final class BagContents {
  static final String PAYLOAD = "data/";

  private final Map<String, Entry> byPath = new LinkedHashMap<>();
  private final Map<String, Entry> composed = new LinkedHashMap<>();
  private final Set<String> ignored;

  BagContents(OpenedArchive archive) {
    for (Entry entry : archive.entries()) {
      byPath.put(entry.path(), entry);
      composed.putIfAbsent(nfc(entry.path()), entry);
    }
    ignored = new HashSet<>(archive.ignored());
    archive
        .topFolder()
        .ifPresent(
            top ->
                archive.ignored().stream()
                    .filter(path -> path.startsWith(top + "/"))
                    .forEach(path -> ignored.add(path.substring(top.length() + 1))));
  }

  Collection<Entry> all() {
    return byPath.values();
  }

  Optional<Entry> file(String path) {
    return Optional.ofNullable(byPath.get(path))
        .or(() -> Optional.ofNullable(composed.get(nfc(path))));
  }

  Optional<Entry> file(Manifest.Listed listed) {
    return listed.candidates().stream().flatMap(path -> file(path).stream()).findFirst();
  }

  /** Thumbs.db and the like: listed by a tool, left out when the package was opened. */
  boolean ignores(Manifest.Listed listed) {
    return listed.candidates().stream().anyMatch(ignored::contains);
  }

  static String digest(Entry file, String algorithm) throws IOException {
    if (algorithm.equals("sha256")) {
      return file.sha256();
    }
    try (InputStream in = Files.newInputStream(file.extracted())) {
      MessageDigest sha512 = MessageDigest.getInstance("SHA-512");
      byte[] chunk = new byte[1 << 16];
      for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
        sha512.update(chunk, 0, n);
      }
      return HexFormat.of().formatHex(sha512.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-512", e);
    }
  }

  private static String nfc(String path) {
    return Normalizer.normalize(path, Normalizer.Form.NFC);
  }
}
