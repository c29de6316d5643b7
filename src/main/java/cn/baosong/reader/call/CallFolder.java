package cn.baosong.reader.call;

import cn.baosong.core.call.CallFault;
import cn.baosong.core.call.CallId;
import cn.baosong.core.call.CallVersion;
import cn.baosong.core.call.Choice;
import cn.baosong.desk.draft.CallFiles;
import cn.baosong.desk.draft.FileNames;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The files of a call's folder, read once: what is hashed, archived and parsed are the same bytes.
 *
 * @param files by path within the folder, '/' between names
 */
record CallFolder(Map<String, byte[]> files) {
  static final String CALL = "call.yaml";
  static final String FORM = "form.schema.json";
  static final String CASES = "cases.yaml";
  static final String SETTLEMENTS = "settlements.yaml";
  private static final String NOTICES = "notices/";
  private static final long MAX_BYTES = 1 << 20;
  static final long MAX_LIST_BYTES = 8 << 20;
  private static final String LISTS = "lists/";
  private static final int MAX_FILES = 200;

  CallFolder {
    files = Collections.unmodifiableMap(new TreeMap<>(files));
  }

  /** Reads a folder, or what a link in its place points at; no link in it is followed. */
  static CallFolder read(Path folder, Faults faults) {
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(folder.resolve("."), 3)) {
      List<Path> regular =
          paths
              .filter(p -> Files.isRegularFile(p, LinkOption.NOFOLLOW_LINKS) && isOurs(p))
              .limit(MAX_FILES)
              .toList();
      for (Path path : regular) {
        String name = folder.relativize(path).toString().replace('\\', '/');
        long most = name.startsWith(LISTS) ? MAX_LIST_BYTES : MAX_BYTES;
        if (Files.size(path) > most) {
          String size = (most >> 20) + " MB";
          faults.add(new CallFault(name, 0, "", "文件超过 " + size, "larger than " + size));
        } else {
          files.put(name, Files.readAllBytes(path));
        }
      }
    } catch (IOException | UncheckedIOException e) {
      faults.add(new CallFault(CALL, 0, "", "文件夹读不出来", "cannot be read: " + e.getMessage()));
    }
    return new CallFolder(files);
  }

  /** The same folder, were a choice kept beside what stands. */
  CallFolder with(Choice choice, List<Choice> standing) {
    Map<String, byte[]> more = new TreeMap<>(files);
    more.put(SETTLEMENTS, SettlementFile.with(choice, standing));
    return new CallFolder(more);
  }

  /** The same folder with these texts in the place of everything that may be edited. */
  CallFolder with(Map<String, String> texts) {
    Map<String, byte[]> more = new TreeMap<>(files);
    more.keySet().removeIf(FileNames::isEditable);
    texts.forEach((name, text) -> more.put(name, text.getBytes(StandardCharsets.UTF_8)));
    return new CallFolder(more);
  }

  CallFiles shown(CallId call) {
    Map<String, String> texts = new TreeMap<>();
    files.keySet().stream().filter(FileNames::isShown).forEach(name -> texts.put(name, text(name)));
    return new CallFiles(call, version(), texts, digests());
  }

  /** SHA-256 of each file. */
  Map<String, String> digests() {
    Map<String, String> digests = new TreeMap<>();
    files.forEach(
        (name, bytes) -> digests.put(name, HexFormat.of().formatHex(sha256().digest(bytes))));
    return digests;
  }

  byte[] settlements() {
    return files.getOrDefault(SETTLEMENTS, new byte[0]);
  }

  /** Editors leave back-ups and hidden files beside what they edit. */
  private static boolean isOurs(Path path) {
    String name = path.getFileName().toString();
    return !name.startsWith(".") && !name.startsWith("~") && !name.endsWith("~");
  }

  /** A hash over names and bytes; the settled options are among the files (decisions.md 17, 30). */
  CallVersion version() {
    MessageDigest sha = sha256();
    files.forEach(
        (name, bytes) -> {
          sha.update((name + "\0" + bytes.length + "\0").getBytes(StandardCharsets.UTF_8));
          sha.update(bytes);
        });
    return new CallVersion(HexFormat.of().formatHex(sha.digest()).substring(0, 16));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is part of every Java platform", e);
    }
  }

  /** Overrides of letter templates by kind of letter: {@code notices/RECEIPT.txt} → RECEIPT. */
  Map<String, String> wording() {
    return files.keySet().stream()
        .filter(name -> name.startsWith(NOTICES))
        .collect(
            Collectors.toMap(
                CallFolder::stem, name -> text(name), (first, second) -> first, TreeMap::new));
  }

  private String text(String name) {
    return new String(files.getOrDefault(name, new byte[0]), StandardCharsets.UTF_8);
  }

  private static String stem(String name) {
    String file = name.substring(NOTICES.length());
    return file.contains(".") ? file.substring(0, file.indexOf('.')) : file;
  }
}
