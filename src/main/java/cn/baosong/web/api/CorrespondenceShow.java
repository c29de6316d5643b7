package cn.baosong.web.api;

import cn.baosong.core.dossier.Masking;
import cn.baosong.core.notice.Letter;
import cn.baosong.core.submission.Correspondence;
import cn.baosong.core.submission.Mail;
import cn.baosong.core.submission.Receipt;
import cn.baosong.core.submission.SubmissionNumber;
import cn.baosong.desk.Correspondences;
import cn.baosong.desk.Letters;
import cn.baosong.desk.Records;
import cn.baosong.desk.Records.SubmissionLine;
import cn.baosong.web.WebOffice;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Shows the mails that got no number, in their list and on the page of their delivery. */
@Component("correspondence")
public final class CorrespondenceShow {
  private static final int SHOWN = 300;

  private final Correspondences kept;
  private final Letters letters;
  private final Records records;
  private final WebOffice office;

  CorrespondenceShow(Correspondences kept, Letters letters, Records records, WebOffice office) {
    this.kept = kept;
    this.letters = letters;
    this.records = records;
    this.office = office;
  }

  /** Those of a delivery, the newest first. */
  public List<CorrespondenceView> of(String submission) {
    return views(kept.of(new SubmissionNumber(submission)));
  }

  public List<CorrespondenceView> views(List<Correspondence> mails) {
    Map<SubmissionNumber, SubmissionLine> lines =
        records.lines(mails.stream().flatMap(m -> m.submission().stream()).distinct().toList());
    return mails.stream().map(mail -> view(mail, lines)).toList();
  }

  private CorrespondenceView view(
      Correspondence kept, Map<SubmissionNumber, SubmissionLine> lines) {
    Mail mail = kept.mail();
    Receipt arrival = kept.arrival();
    Optional<Mail.Address> from = mail.people().from();
    return new CorrespondenceView(
        kept.id(),
        mail.kind().name(),
        arrival.channel().code(),
        arrival.source(),
        office.at(arrival.received().interval().latest()),
        mail.date().map(office::at),
        from.map(Mail.Address::address),
        from.map(Mail.Address::name).map(Masking::text).orElse(""),
        Masking.text(mail.subject()),
        excerpt(mail.text()),
        mail.junk(),
        mail.automatic().map(Masking::text),
        kept.letter(),
        kept.letter().flatMap(letters::find).map(Letter::title),
        kept.submission().map(SubmissionNumber::value),
        kept.submission()
            .flatMap(number -> Optional.ofNullable(lines.get(number)))
            .map(SubmissionLine::publicId),
        mail.bounce().flatMap(Mail.Bounce::recipient),
        mail.bounce().map(CorrespondenceShow::reason).filter(why -> !why.isBlank()));
  }

  private static String reason(Mail.Bounce report) {
    String status = report.status().orElse("");
    return Masking.text((status + " " + report.reason().orElse("")).strip());
  }

  private static String excerpt(String text) {
    String line = text.replaceAll("\\s+", " ").strip();
    return Masking.text(line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "…");
  }
}
