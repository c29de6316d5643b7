package cn.baosong.camel.mail;

import cn.baosong.core.submission.Channel;
import cn.baosong.desk.Ledger;
import jakarta.mail.MessagingException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A look at an IMAP folder in two or three commands, however many mails it brings: what is there,
 * what it is, and the bytes of all that are small.
 */
final class ImapLook {
  /** How many looks ask only for what is new before one asks for everything. */
  private static final int LOOKS_A_LISTING = 20;

  private final OfficeImapFolder folder;
  private final MailFolder known;
  private final Ledger ledger;
  private final ImapCommands commands;
  private final Map<String, HeldMail.Stamps> stamps = new HashMap<>();
  private int looks;
  private long highest;
  private boolean savedate;

  ImapLook(OfficeImapFolder folder, MailFolder known, Ledger ledger) {
    this.folder = folder;
    this.known = known;
    this.ledger = ledger;
    this.commands = new ImapCommands(folder);
  }

  /** The folder was opened. */
  void begin(boolean offersSaveDate) {
    looks = 0;
    highest = 0;
    stamps.clear();
    savedate = offersSaveDate;
  }

  List<ImapMail> next() throws MessagingException {
    list();
    glance();
    List<Sighting> wanted = known.next();
    if (wanted.isEmpty()) {
      return List.of();
    }
    ask(wanted);
    List<ImapMail> mails = new ArrayList<>();
    for (Sighting each : wanted) {
      HeldMail.Stamps own = stamps.get(each.uid());
      if (own == null) {
        known.settled(each.key()); // taken away by somebody
      } else {
        mails.add(new ImapMail(folder, each, own, commands));
      }
    }
    List<ImapMail> now = together(mails);
    prefetch(now);
    now.forEach(mail -> stamps.remove(mail.sighting().uid()));
    return now;
  }

  /** What the server says of those of which it was not asked yet; it does not change. */
  private void ask(List<Sighting> wanted) throws MessagingException {
    List<String> open = uids(wanted).stream().filter(uid -> !stamps.containsKey(uid)).toList();
    if (!open.isEmpty()) {
      stamps.putAll(commands.stamps(open, savedate));
    }
  }

  /**
   * As many as one command may bring; the others come with the next look, which follows at once.
   */
  private List<ImapMail> together(List<ImapMail> mails) {
    List<ImapMail> together = new ArrayList<>();
    long bytes = 0;
    for (ImapMail mail : mails) {
      bytes += isSmall(mail) ? mail.stamps().size() : 0;
      if (bytes > ImapCommands.AT_ONCE && !together.isEmpty()) {
        break;
      }
      together.add(mail);
    }
    return together;
  }

  private boolean isSmall(ImapMail mail) {
    return mail.stamps().size() <= Math.min(known.box().prefetch(), ImapCommands.AT_ONCE);
  }

  private void list() throws MessagingException {
    known.asking();
    if (looks++ % LOOKS_A_LISTING == 0) {
      List<Long> all = commands.search("ALL");
      known.listed(texts(all), this::unknown, this::probes);
      highest = all.stream().mapToLong(Long::longValue).max().orElse(0);
    } else {
      long from = highest + 1;
      List<Long> fresh =
          commands.search("UID " + from + ":*").stream().filter(uid -> uid >= from).toList();
      known.came(texts(fresh), this::unknown);
      highest = fresh.stream().mapToLong(Long::longValue).max().orElse(highest);
    }
  }

  /** Names what does not come of itself; a server that fails at it is not asked again. */
  private void glance() throws MessagingException {
    List<Sighting> late = known.unnamed();
    if (!late.isEmpty()) {
      commands.envelopes(uids(late)).forEach(known::glimpsed);
    }
  }

  private Set<String> unknown(Collection<String> keys) {
    return ledger.unknown(Channel.EMAIL, keys);
  }

  private long probes(Collection<String> keys) {
    return ledger.probes(Channel.EMAIL, keys);
  }

  /** Small mails together; one that failed before is fetched alone, when its turn comes. */
  private void prefetch(List<ImapMail> mails) throws MessagingException {
    List<ImapMail> together =
        mails.stream()
            .filter(this::isSmall)
            .filter(mail -> known.tries(mail.sighting()) == 0)
            .toList();
    fetch(together);
  }

  private void fetch(List<ImapMail> together) throws MessagingException {
    try {
      Map<String, byte[]> bodies =
          commands.bodies(uids(together.stream().map(ImapMail::sighting).toList()));
      together.forEach(mail -> mail.prefetched(bodies.get(mail.sighting().uid())));
    } catch (MessagingException | RuntimeException one) {
      // One of them breaks the line: each is fetched alone from now on, so the others pass.
      together.forEach(mail -> known.suspected(mail.sighting().key()));
      throw one;
    }
  }

  private static List<String> uids(List<Sighting> sightings) {
    return sightings.stream().map(Sighting::uid).toList();
  }

  private static List<String> texts(List<Long> uids) {
    return uids.stream().sorted().map(String::valueOf).toList();
  }
}
