package cn.baosong.reader.bag;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/** Writes one bag as a zip with one top folder, names in UTF-8 with the flag that says so. */
final class BagWriter {
  private final List<BagFile> files;
  private final Path zip;
  private final Map<String, String> info;
  private final LocalDate day;
  private final String top;

  BagWriter(List<BagFile> files, Path zip, Map<String, String> info, LocalDate day) {
    this.files = files;
    this.zip = zip.toAbsolutePath();
    this.info = info;
    this.day = day;
    this.top = zip.getFileName().toString().replaceFirst("(?i)\\.zip$", "") + "/";
  }

  private record Payload(String path, Path file, long size, String sha256) {}

  void write() throws IOException {
    List<Payload> payload = payload();
    Path part = zip.resolveSibling(zip.getFileName() + ".part");
    try {
      try (ZipArchiveOutputStream out = new ZipArchiveOutputStream(part)) {
        writeTags(out, payload);
        for (Payload file : payload) {
          writePayload(out, file);
        }
      }
      Files.move(part, zip, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private List<Payload> payload() throws IOException {
    List<Payload> payload = new ArrayList<>();
    for (BagFile file : files) {
      payload.add(measured(file));
    }
    payload.sort(Comparator.comparing(Payload::path));
    return payload;
  }

  private static Payload measured(BagFile source) throws IOException {
    MessageDigest sha256 = sha256();
    long size;
    try (InputStream in = new DigestInputStream(Files.newInputStream(source.content()), sha256)) {
      size = in.transferTo(OutputStream.nullOutputStream());
    }
    return new Payload(
        BagContents.PAYLOAD + source.path(),
        source.content(),
        size,
        HexFormat.of().formatHex(sha256.digest()));
  }

  private void writeTags(ZipArchiveOutputStream out, List<Payload> payload) throws IOException {
    Map<String, byte[]> tags = new LinkedHashMap<>();
    tags.put("bagit.txt", utf8("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"));
    tags.put("bag-info.txt", utf8(bagInfo(payload)));
    StringBuilder manifest = new StringBuilder();
    payload.forEach(p -> manifest.append(line(p.sha256, p.path)));
    tags.put("manifest-sha256.txt", utf8(manifest.toString()));
    StringBuilder tagManifest = new StringBuilder();
    tags.forEach(
        (name, bytes) ->
            tagManifest.append(line(HexFormat.of().formatHex(sha256().digest(bytes)), name)));
    tags.put("tagmanifest-sha256.txt", utf8(tagManifest.toString()));
    for (Map.Entry<String, byte[]> tag : tags.entrySet()) {
      put(out, tag.getKey(), new ByteArrayInputStream(tag.getValue()));
    }
  }

  private String bagInfo(List<Payload> payload) {
    Map<String, String> labels = new LinkedHashMap<>(info);
    labels.put("Bagging-Date", day.toString());
    long bytes = payload.stream().mapToLong(Payload::size).sum();
    labels.put("Payload-Oxum", bytes + "." + payload.size());
    StringBuilder text = new StringBuilder();
    labels.forEach(
        (label, value) ->
            text.append(label).append(": ").append(value.replaceAll("\\s+", " ")).append('\n'));
    return text.toString();
  }

  private void writePayload(ZipArchiveOutputStream out, Payload file) throws IOException {
    MessageDigest again = sha256();
    put(out, file.path, new DigestInputStream(Files.newInputStream(file.file), again));
    if (!HexFormat.of().formatHex(again.digest()).equals(file.sha256)) {
      throw new FileSystemException(file.file.toString(), null, "changed while it was packed");
    }
  }

  private void put(ZipArchiveOutputStream out, String path, InputStream content)
      throws IOException {
    ZipArchiveEntry entry = new ZipArchiveEntry(top + path);
    entry.setTimeLocal(day.atStartOfDay());
    out.putArchiveEntry(entry);
    try (content) {
      content.transferTo(out);
    }
    out.closeArchiveEntry();
  }

  private static String line(String digest, String path) {
    return digest + "  " + Manifest.encoded(path) + "\n";
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
