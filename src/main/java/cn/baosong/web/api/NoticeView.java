package cn.baosong.web.api;

import cn.baosong.core.call.CallId;
import cn.baosong.core.call.UnitCode;
import cn.baosong.core.dossier.DossierNumber;
import cn.baosong.core.dossier.Masking;
import cn.baosong.core.notice.Letter;
import cn.baosong.core.notice.LetterState;
import cn.baosong.core.submission.SubmissionNumber;
import cn.baosong.desk.Mailings;
import cn.baosong.web.WebOffice;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;

/**
 * A letter.
 *
 * @param submission that it answers; null of a reminder
 * @param recipients registered addresses; none means that it is a file only
 * @param leaves when a waiting letter leaves at the earliest; null otherwise
 * @param mailings to which addresses it went by mail, and how that stands
 * @param sections the body, in order
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record NoticeView(
    String id,
    Optional<String> submission,
    Optional<String> call,
    int serial,
    String kind,
    String title,
    String reference,
    String addressee,
    Optional<String> unit,
    List<String> dossiers,
    List<String> recipients,
    String state,
    String written,
    Optional<String> leaves,
    String file,
    List<MailingView> mailings,
    List<SectionView> sections) {

  /** A part of the body: heading, paragraphs, then a table. */
  public record SectionView(
      String heading, List<String> paragraphs, List<String> columns, List<List<String>> rows) {
    static SectionView of(Letter.Section section) {
      return new SectionView(
          section.heading(),
          masked(section.paragraphs()),
          section.columns(),
          section.rows().stream().map(SectionView::masked).toList());
    }

    private static List<String> masked(List<String> texts) {
      return texts.stream().map(Masking::text).toList();
    }
  }

  public static NoticeView of(Letter letter, WebOffice office) {
    return of(letter, List.of(), office);
  }

  /** With what became of it at each address. */
  static NoticeView of(Letter letter, List<Mailings.Entry> mailed, WebOffice office) {
    return new NoticeView(
        letter.id(),
        letter.submission().map(SubmissionNumber::value),
        letter.call().map(CallId::value),
        letter.serial(),
        letter.kind().name(),
        letter.title(),
        letter.reference(),
        letter.addressee(),
        letter.unit().map(UnitCode::value),
        letter.dossiers().stream().map(DossierNumber::value).toList(),
        letter.recipients(),
        letter.state().name(),
        office.at(letter.written()),
        Optional.of(letter)
            .filter(l -> l.state() == LetterState.WAITING)
            .map(l -> office.at(l.written().plus(l.hold()))),
        "/api/v1/notices/" + letter.id() + ".pdf",
        mailed.stream().map(entry -> MailingView.of(entry, office)).toList(),
        letter.sections().stream().map(SectionView::of).toList());
  }
}
