package cn.baosong.web.page.dossier;

import cn.baosong.core.decision.PendingRuling;
import java.util.Optional;

/**
 * A dossier before a second person.
 *
 * @param row what confirming would come to, or why this person cannot
 * @param pending what was proposed; empty when nothing waits
 */
public record ConfirmRow(BulkRow row, Optional<PendingRuling> pending) {

  /** Whether this person can confirm it. */
  public boolean isReady() {
    return row.after().isPresent() && pending.isPresent();
  }

  /** The dossier and the ruling that is shown, as the form names them. */
  public String shown() {
    return row.publicId() + "@" + pending.map(PendingRuling::id).orElse("");
  }
}
