package cn.baosong.cli;

import cn.baosong.json.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** What the {@code package.json} of a folder says, as far as a bag's labels repeat it. */
record StatedPackage(JsonNode said) {
  private static final String FILE = "package.json";

  static StatedPackage in(Path folder) throws IOException {
    Path file = folder.resolve(FILE);
    if (!Files.isRegularFile(file)) {
      throw new Trouble(
          folder + " 中没有 package.json。", "There is no package.json in " + folder + ".");
    }
    try {
      StatedPackage stated = new StatedPackage(Json.mapper().readTree(file.toFile()));
      stated.checkDossiers(folder);
      return stated;
    } catch (JsonProcessingException broken) {
      int line = broken.getLocation() == null ? 0 : broken.getLocation().getLineNr();
      throw new Trouble(
          "package.json 第 " + line + " 行写法有误。", "package.json is no JSON at line " + line + ".");
    }
  }

  /** The call that the {@code package.json} of a folder names, if it has one. */
  static Optional<String> callIn(Path folder) throws IOException {
    Path file = folder.resolve(FILE);
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Json.mapper().readTree(file.toFile()).path("call").asText(""))
          .filter(call -> !call.isBlank());
    } catch (JsonProcessingException broken) {
      return Optional.empty();
    }
  }

  /** The labels of RFC 8493, 2.2.2 that it has words for. */
  Map<String, String> labels() {
    Map<String, String> labels = new LinkedHashMap<>();
    label(labels, "Source-Organization", "/unit/name");
    label(labels, "Contact-Name", "/contact/name");
    label(labels, "Contact-Phone", "/contact/phone");
    label(labels, "Contact-Email", "/contact/email");
    label(labels, "External-Identifier", "/call");
    return labels;
  }

  private void label(Map<String, String> labels, String label, String pointer) {
    String value = said.at(pointer).asText("");
    if (!value.isBlank()) {
      labels.put(label, value);
    }
  }

  private void checkDossiers(Path folder) {
    List<String> absent =
        StreamSupport.stream(said.path("dossiers").spliterator(), false)
            .map(dossier -> dossier.path("path").asText(""))
            .filter(path -> !holdsDossier(folder, path))
            .toList();
    if (!absent.isEmpty()) {
      throw new Trouble(
          "以下位置缺 dossier.json：" + String.join("、", absent),
          "There is no dossier.json in: " + String.join(", ", absent));
    }
  }

  private static boolean holdsDossier(Path folder, String path) {
    Path place = folder.resolve(path).resolve("dossier.json").normalize();
    return place.startsWith(folder.normalize()) && Files.isRegularFile(place);
  }
}
