package cn.baosong.camel.mail;

import org.apache.camel.spi.IdempotentRepository;
import org.apache.camel.support.service.ServiceSupport;
import org.jspecify.annotations.Nullable;

/**
 * The register as camel-mail's ledger: what is registered is never fetched again, what failed is
 * fetched again, whatever flags a mail bears.
 */
public final class MailLedger extends ServiceSupport implements IdempotentRepository {
  private final Mailboxes mailboxes;

  public MailLedger(Mailboxes mailboxes) {
    this.mailboxes = mailboxes;
  }

  @Override
  public boolean add(String key) {
    return mailboxes.folders().stream().anyMatch(folder -> folder.isWaiting(key));
  }

  @Override
  public boolean contains(String key) {
    return !add(key);
  }

  /** The exchange failed: the mail stays where it is, and the folder tries again later. */
  @Override
  public boolean remove(@Nullable String key) {
    if (key != null) {
      mailboxes.folders().forEach(folder -> folder.failed(key, "登记失败，稍后再取"));
    }
    return true;
  }

  /** The barrier has made it durable. */
  @Override
  public boolean confirm(@Nullable String key) {
    if (key != null) {
      mailboxes.folders().forEach(folder -> folder.settled(key));
    }
    return true;
  }

  /** Nothing is forgotten. */
  @Override
  public void clear() {}
}
