package cn.baosong.desk.route;

import cn.baosong.desk.Act;
import cn.baosong.desk.Act.Kind;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Which route leaves an act in the journal: what a package's way can be proven by afterwards. */
public final class Passage {
  private static final Map<Kind, String> ROUTES = new EnumMap<>(Kind.class);

  static {
    ROUTES.put(Kind.SUBMISSION_RECEIVED, "register-submission");
    ROUTES.put(Kind.RECEIPT_ADDED, "register-submission");
    ROUTES.put(Kind.CORRESPONDENCE_KEPT, "receive-submission");
    ROUTES.put(Kind.HEADERS_IGNORED, "receive-submission");
    ROUTES.put(Kind.SUBMISSION_HELD, "open-package");
    ROUTES.put(Kind.SUBMISSION_OPENED, "open-package");
    ROUTES.put(Kind.DOSSIER_FILED, "file-dossiers");
    ROUTES.put(Kind.DOSSIER_DECIDED, "decide");
    ROUTES.put(Kind.DECISION_MADE, "decide");
    ROUTES.put(Kind.LETTER_WRITTEN, "decide");
    ROUTES.put(Kind.QUEUED, "enqueue-dossier");
    ROUTES.put(Kind.LETTER_SENT, "close-notice");
    ROUTES.put(Kind.MAIL_QUEUED, "close-notice");
    ROUTES.put(Kind.MAIL_SENT, "close-mail");
    ROUTES.put(Kind.MAIL_REFUSED, "close-mail");
    ROUTES.put(Kind.CASE_DELIVERED, "close-delivery");
    ROUTES.put(Kind.PAPER_SCANNED, "pickup-paper");
    ROUTES.put(Kind.PAPER_MATCHED, "match-scans");
    ROUTES.put(Kind.PAPER_READ, "read-paper");
  }

  private Passage() {}

  /** The route that the machine does so in; empty where a person does it, or no route. */
  public static Optional<String> of(Act act) {
    return act.by().equals(Act.MACHINE)
        ? Optional.ofNullable(ROUTES.get(act.kind()))
        : Optional.empty();
  }
}
