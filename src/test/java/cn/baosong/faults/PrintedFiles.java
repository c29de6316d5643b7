package cn.baosong.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The letters as files; what was once seen must never read otherwise. */
final class PrintedFiles {
  private static final List<String> SUFFIXES = List.of(".pdf", ".txt", ".json");

  private final Path notices;
  private final Map<Path, String> seen = new HashMap<>();

  PrintedFiles(Path home) {
    this.notices = home.resolve("notices");
  }

  /** No letter has left whose act is not in the journal, and none has left twice with two texts. */
  void check(Chain chain, List<String> faults) throws IOException {
    Set<String> written = new HashSet<>();
    chain.latest("LETTER").values().forEach(line -> written.add(stem(line)));
    for (Path file : files()) {
      String place = notices.relativize(file).toString();
      if (!written.contains(place.substring(0, place.lastIndexOf('.')))) {
        faults.add("letters: " + place + " has left, the journal does not know of it");
      }
      String sha = Sha.of(file);
      String before = seen.put(file, sha);
      if (before != null && !before.equals(sha)) {
        faults.add("DOUBLED " + place + ": printed again with other words");
      }
    }
    for (Path file : seen.keySet()) {
      if (!Files.exists(file)) {
        faults.add("letters: " + notices.relativize(file) + " is gone");
      }
    }
  }

  /** Each letter that is sent lies there whole. */
  void complete(Chain chain, List<String> faults) {
    for (Chain.Line line : chain.latest("LETTER").values()) {
      if (line.state().path("state").asText().equals("SENT")) {
        for (String suffix : SUFFIXES) {
          if (!Files.exists(notices.resolve(stem(line) + suffix))) {
            faults.add("LOST letter " + stem(line) + suffix + ": sent and not there");
          }
        }
      }
    }
  }

  static String stem(Chain.Line letter) {
    return String.format(
        "%s/%03d-%s",
        letter.state().path("submission").asText(),
        letter.state().path("serial").asInt(),
        letter.state().path("kind").asText());
  }

  private List<Path> files() throws IOException {
    if (!Files.isDirectory(notices)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(notices)) {
      return all.filter(Files::isRegularFile)
          .filter(f -> !f.getFileName().toString().startsWith("."))
          .toList();
    }
  }
}
