package cn.baosong.web.api;

import cn.baosong.core.submission.Channel;
import cn.baosong.core.submission.Interval;
import cn.baosong.core.submission.SubmissionNumber;
import cn.baosong.core.submission.TimeEvidence;
import cn.baosong.core.submission.TrustClass;
import cn.baosong.desk.Arrival;
import cn.baosong.desk.Counter;
import cn.baosong.desk.Intake;
import cn.baosong.desk.IntakeClosed;
import cn.baosong.web.WebOffice;
import jakarta.servlet.http.HttpServletRequest;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/**
 * Takes in what is uploaded, by a program or by somebody at the counter. The evidence spans the
 * upload: from the request to the last byte on our disk (decisions.md 14).
 */
@Component
public final class Handover {
  private static final String NAMELESS = "package";
  private static final int LONGEST_NAME = 255;

  private final Intake intake;
  private final Counter counter;
  private final WebOffice office;

  Handover(Intake intake, Counter counter, WebOffice office) {
    this.intake = intake;
    this.counter = counter;
    this.office = office;
  }

  /**
   * How something was handed in.
   *
   * @param unit code of the unit that brought it
   * @param since when it was handed over the counter, as the person there states; the evidence then
   *     begins with it, so that a disc read in the next morning is not late for that
   */
  public record Manner(Channel channel, Optional<String> unit, Optional<Instant> since) {}

  /**
   * Before the body is read.
   *
   * @throws IntakeClosed while the office has no room
   */
  public void requireRoom() {
    intake
        .closed()
        .ifPresent(
            why -> {
              throw new IntakeClosed(why);
            });
  }

  /**
   * Receives one package: one file as it is, several together in an archive, each unchanged.
   *
   * @throws IntakeClosed while the office has no room
   * @throws IOException when it could not be made durable; nothing is registered then
   */
  public SubmissionNumber take(HttpServletRequest request, List<MultipartFile> files, Manner manner)
      throws IOException {
    requireRoom();
    Instant begun = RequestStart.of(request);
    Instant whole = office.clock().instant();
    TimeEvidence evidence =
        TimeEvidence.of(
            upload(manner.since().orElse(begun), whole),
            manner.since().isPresent() ? "handover" : "upload",
            TrustClass.A);
    return files.size() == 1
        ? one(files.get(0), manner, evidence)
        : together(files, manner, evidence);
  }

  private static Interval upload(Instant begun, Instant whole) {
    return new Interval(begun, whole.isBefore(begun) ? begun : whole);
  }

  private SubmissionNumber one(MultipartFile file, Manner manner, TimeEvidence evidence)
      throws IOException {
    try (InputStream bytes = file.getInputStream()) {
      return counter.receive(arrival(name(file), manner, evidence), bytes);
    }
  }

  private SubmissionNumber together(List<MultipartFile> files, Manner manner, TimeEvidence evidence)
      throws IOException {
    Path archive = Files.createTempFile("baosong-upload", ".zip");
    try {
      pack(files, archive);
      String name = cut(name(files.get(0)), 200) + " 等" + files.size() + "个文件.zip";
      try (InputStream bytes = Files.newInputStream(archive)) {
        return counter.receive(arrival(name, manner, evidence), bytes);
      }
    } finally {
      Files.deleteIfExists(archive);
    }
  }

  private static void pack(List<MultipartFile> files, Path archive) throws IOException {
    Set<String> names = new HashSet<>();
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(archive));
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
      zip.setLevel(Deflater.NO_COMPRESSION);
      for (MultipartFile file : files) {
        String name = name(file);
        zip.putNextEntry(new ZipEntry(unique(names, name)));
        try (InputStream bytes = file.getInputStream()) {
          bytes.transferTo(zip);
        }
        zip.closeEntry();
      }
    }
  }

  private static String unique(Set<String> names, String name) {
    String own = name;
    for (int n = 2; !names.add(own); n++) {
      own = n + "-" + name;
    }
    return own;
  }

  private static Arrival arrival(String name, Manner manner, TimeEvidence evidence) {
    return new Arrival(
        manner.channel(),
        UUID.randomUUID().toString(),
        name,
        manner.unit(),
        Optional.empty(),
        evidence);
  }

  /** The last part of the name, for display only. */
  private static String name(MultipartFile file) {
    String written = Optional.ofNullable(file.getOriginalFilename()).orElse("").strip();
    String last =
        written.substring(Math.max(written.lastIndexOf('/'), written.lastIndexOf('\\')) + 1);
    return cut(last.isBlank() ? NAMELESS : last, LONGEST_NAME);
  }

  private static String cut(String name, int most) {
    return name.length() <= most ? name : name.substring(name.length() - most);
  }
}
