package cn.baosong.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What still lies in the watched folder.
 *
 * @param held places by the names under which things were dropped
 */
record Inbox(Map<String, List<Path>> held) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** What the office puts there itself. */
  private static final Set<String> FURNITURE = Set.of("paper", ".claimed", ".failed", ".let-go");

  static Inbox of(Path inbox) throws IOException {
    Map<String, List<Path>> held = new HashMap<>();
    for (Path entry : children(inbox)) {
      String name = entry.getFileName().toString();
      if (!name.startsWith(".")) {
        held.computeIfAbsent(name, n -> new ArrayList<>()).add(entry);
      }
    }
    Path claimed = inbox.resolve(".claimed");
    for (Path folder : List.of(claimed, claimed.resolve(".failed"))) {
      for (Path sidecar : children(folder)) {
        String name = sidecar.getFileName().toString();
        Path data = claimed.resolve(name.replaceAll("\\.[a-z]+$", ".data"));
        if ((name.endsWith(".json") || name.endsWith(".making")) && Files.exists(data)) {
          JsonNode claim = JSON.readTree(Files.readAllBytes(sidecar));
          held.computeIfAbsent(claim.path("name").asText(), n -> new ArrayList<>()).add(data);
        }
      }
    }
    return new Inbox(held);
  }

  /** Whether the drop lies there whole. */
  boolean holds(Drop drop) throws IOException {
    for (Path place : held.getOrDefault(drop.name(), List.of())) {
      if (files(place).equals(drop.files())) {
        return true;
      }
    }
    return false;
  }

  /** Everything that lies there, claims and their leavings too. */
  static List<Path> leftIn(Path inbox) throws IOException {
    List<Path> left = new ArrayList<>();
    for (Path door : List.of(inbox, inbox.resolve("paper"))) {
      Path claimed = door.resolve(".claimed");
      for (Path folder : List.of(door, claimed, claimed.resolve(".failed"))) {
        children(folder).stream()
            .filter(entry -> !FURNITURE.contains(entry.getFileName().toString()))
            .forEach(left::add);
      }
    }
    return left;
  }

  private static Map<String, String> files(Path place) throws IOException {
    if (!Files.isDirectory(place)) {
      return Map.of("", Sha.of(place));
    }
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(place)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put(Objects.toString(place.relativize(file)).replace('\\', '/'), Sha.of(file));
      }
    }
    return files;
  }

  private static List<Path> children(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(folder)) {
      return all.toList();
    }
  }
}
