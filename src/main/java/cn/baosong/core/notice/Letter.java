package cn.baosong.core.notice;

import cn.baosong.core.call.CallId;
import cn.baosong.core.call.UnitCode;
import cn.baosong.core.dossier.DossierNumber;
import cn.baosong.core.submission.SubmissionNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A letter (文书) as it will be printed and mailed: built from the record alone.
 *
 * @param submission that it answers; a reminder answers none
 * @param call that it is about, once that is known
 * @param serial 1, 2, … within its submission; names the file, such as {@code 001-RECEIPT.pdf}
 * @param title such as 收件回执
 * @param reference number in the upper right corner
 * @param sections the body, in order
 * @param closing issuer, date, then the small print below them, one line each
 * @param recipients registered e-mail addresses of the unit
 * @param written when the office wrote it
 * @param hold how long it is shown as about to leave before it does; zero leaves at once
 */
public record Letter(
    String id,
    Optional<SubmissionNumber> submission,
    Optional<CallId> call,
    int serial,
    LetterKind kind,
    Optional<UnitCode> unit,
    List<DossierNumber> dossiers,
    String title,
    String reference,
    String addressee,
    List<Section> sections,
    List<String> closing,
    List<String> recipients,
    Instant written,
    Duration hold,
    LetterState state) {
  public Letter {
    dossiers = List.copyOf(dossiers);
    sections = List.copyOf(sections);
    closing = List.copyOf(closing);
    recipients = List.copyOf(recipients);
  }

  /** What its files lie under: the number of its submission, else its own, which is its id then. */
  public String folder() {
    return submission.map(SubmissionNumber::value).orElse(id);
  }

  /** The file name without suffix; ASCII by decision (decisions.md 22). */
  public String fileStem() {
    return String.format("%03d-%s", serial, kind.name());
  }

  public Letter in(LetterState next) {
    return new Letter(
        id,
        submission,
        call,
        serial,
        kind,
        unit,
        dossiers,
        title,
        reference,
        addressee,
        sections,
        closing,
        recipients,
        written,
        hold,
        next);
  }

  /** The same, to leave without any further wait. */
  public Letter released() {
    return new Letter(
        id,
        submission,
        call,
        serial,
        kind,
        unit,
        dossiers,
        title,
        reference,
        addressee,
        sections,
        closing,
        recipients,
        written,
        Duration.ZERO,
        LetterState.WAITING);
  }

  /** A part of the body: an optional heading, paragraphs, then an optional table. */
  public record Section(
      String heading, List<String> paragraphs, List<String> columns, List<List<String>> rows) {
    public Section {
      paragraphs = List.copyOf(paragraphs);
      columns = List.copyOf(columns);
      rows = rows.stream().map(List::copyOf).toList();
    }

    public static Section of(String... paragraphs) {
      return new Section("", List.of(paragraphs), List.of(), List.of());
    }
  }
}
