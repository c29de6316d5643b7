package cn.baosong.camel.post;

import cn.baosong.core.call.UnitCode;
import cn.baosong.core.notice.Cover;
import cn.baosong.core.notice.Letter;
import cn.baosong.core.notice.LetterKind;
import cn.baosong.core.notice.LetterState;
import cn.baosong.core.notice.Mailing;
import cn.baosong.core.notice.MailingState;
import cn.baosong.core.submission.SubmissionNumber;
import cn.baosong.desk.Outgoing;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Invented letters, ready for the post. */
final class Covers {
  static final String ID = "0b5e7a1c-0000-4000-8000-000000000001";
  static final Sender SENDER = new Sender("office@example.org", "");

  private Covers() {}

  static Outgoing outgoing(Path folder, LetterKind kind, String attachment, String... to)
      throws IOException {
    Path pdf = folder.resolve("letter.pdf");
    Files.write(pdf, "%PDF-1.7 invented".getBytes(StandardCharsets.US_ASCII));
    Letter letter =
        new Letter(
            ID,
            Optional.of(new SubmissionNumber("SJ-2020-000001")),
            Optional.empty(),
            1,
            kind,
            Optional.of(new UnitCode("11999901MB00000012")),
            List.of(),
            "收件回执",
            "编号：SJ-2020-000001-001",
            "示例市人力资源和社会保障局",
            List.of(),
            List.of("示例办公室"),
            List.of(to),
            Instant.parse("2020-03-16T01:00:00Z"),
            Duration.ZERO,
            LetterState.SENT);
    Cover cover = new Cover("示例办公室", "【收件回执】SJ-2020-000001（示例办公室）", "见附件。\r\n", attachment);
    return new Outgoing(
        Mailing.of(letter, letter.unit(), to[0], MailingState.WAITING),
        letter,
        cover,
        List.of(to),
        pdf);
  }
}
