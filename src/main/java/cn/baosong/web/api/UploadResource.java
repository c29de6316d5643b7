package cn.baosong.web.api;

import cn.baosong.core.submission.Channel;
import cn.baosong.core.submission.SubmissionNumber;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/** A package handed in by a program. */
@RestController
@Tag(name = "submissions")
class UploadResource {
  private static final String PART = "package";
  private static final Handover.Manner BY_PROGRAM =
      new Handover.Manner(Channel.API, Optional.empty(), Optional.empty());

  private final Handover handover;

  UploadResource(Handover handover) {
    this.handover = handover;
  }

  record Received(String number) {}

  @PostMapping(path = "/api/v1/submissions", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  ResponseEntity<Received> receive(MultipartHttpServletRequest request) throws IOException {
    handover.requireRoom();
    List<MultipartFile> files = request.getFiles(PART);
    if (files.size() != 1 || files.get(0).isEmpty()) {
      throw new BadRequest(
          PART,
          "请用 multipart/form-data 上传一个名为 package 的非空文件。",
          "Upload exactly one file that is not empty, as the part 'package' of"
              + " multipart/form-data.");
    }
    SubmissionNumber number = handover.take(request, files, BY_PROGRAM);
    return ResponseEntity.accepted()
        .location(URI.create("/api/v1/submissions/" + number))
        .body(new Received(number.value()));
  }
}
