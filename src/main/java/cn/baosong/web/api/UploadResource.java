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
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/**
 * A package handed in by a program. The evidence spans the upload: from the request to the last
 * byte on our disk (decisions.md 14).
 */
@RestController
@Tag(name = "submissions")
class UploadResource {
  private static final String PART = "package";
  private static final int LONGEST_NAME = 255;

  private final Intake intake;
  private final Counter counter;
  private final WebOffice office;

  UploadResource(Intake intake, Counter counter, WebOffice office) {
    this.intake = intake;
    this.counter = counter;
    this.office = office;
  }

  record Received(String number) {}

  @PostMapping(path = "/api/v1/submissions", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  ResponseEntity<Received> receive(MultipartHttpServletRequest request) throws IOException {
    intake
        .closed()
        .ifPresent(
            why -> {
              throw new IntakeClosed(why);
            });
    Instant begun = RequestStart.of(request);
    MultipartFile file = only(request.getFiles(PART));
    Instant whole = office.clock().instant();
    Interval upload = new Interval(begun, whole.isBefore(begun) ? begun : whole);
    Arrival arrival =
        new Arrival(
            Channel.API,
            UUID.randomUUID().toString(),
            name(file),
            Optional.empty(),
            Optional.empty(),
            TimeEvidence.of(upload, "upload", TrustClass.A));
    try (InputStream bytes = file.getInputStream()) {
      SubmissionNumber number = counter.receive(arrival, bytes);
      return ResponseEntity.accepted()
          .location(URI.create("/api/v1/submissions/" + number))
          .body(new Received(number.value()));
    }
  }

  private static MultipartFile only(List<MultipartFile> files) {
    if (files.size() != 1 || files.get(0).isEmpty()) {
      throw new BadRequest(
          PART,
          "请用 multipart/form-data 上传一个名为 package 的非空文件。",
          "Upload exactly one file that is not empty, as the part 'package' of multipart/form-data.");
    }
    return files.get(0);
  }

  /** The last part of the name, for display only. */
  private static String name(MultipartFile file) {
    String written = Optional.ofNullable(file.getOriginalFilename()).orElse("").strip();
    String last =
        written.substring(Math.max(written.lastIndexOf('/'), written.lastIndexOf('\\')) + 1);
    String name = last.isBlank() ? PART : last;
    return name.length() <= LONGEST_NAME ? name : name.substring(name.length() - LONGEST_NAME);
  }
}
