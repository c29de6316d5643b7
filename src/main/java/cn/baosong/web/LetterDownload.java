package cn.baosong.web;

import cn.baosong.core.notice.Letter;
import cn.baosong.desk.LetterFiles;
import cn.baosong.desk.Letters;
import cn.baosong.desk.Refusal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** The file of a printed letter as a response. */
@Component
public final class LetterDownload {
  private static final Map<String, MediaType> TYPES =
      Map.of(
          "pdf", MediaType.APPLICATION_PDF,
          "txt", new MediaType("text", "plain", StandardCharsets.UTF_8),
          "json", MediaType.APPLICATION_JSON);

  private final Letters letters;
  private final LetterFiles files;

  LetterDownload(Letters letters, LetterFiles files) {
    this.letters = letters;
    this.files = files;
  }

  /**
   * @throws Refusal when there is no such letter, or it is not printed yet
   */
  public ResponseEntity<Resource> file(String id, String suffix) {
    Letter letter =
        letters
            .find(id)
            .orElseThrow(() -> Refusal.notFound("id", "没有这份文书。", "There is no such letter."));
    Path file =
        files
            .find(letter, suffix)
            .orElseThrow(
                () ->
                    Refusal.notFound(
                        "id",
                        "该文书尚未发出，还没有文件。",
                        "The letter has not left yet, so there is no file of it."));
    String name = letter.folder() + "-" + letter.title() + "." + suffix;
    return ResponseEntity.ok()
        .contentType(TYPES.getOrDefault(suffix, MediaType.APPLICATION_OCTET_STREAM))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.inline().filename(name, StandardCharsets.UTF_8).build().toString())
        .body(new FileSystemResource(file));
  }
}
