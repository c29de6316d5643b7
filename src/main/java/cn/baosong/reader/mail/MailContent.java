package cn.baosong.reader.mail;

import cn.baosong.core.submission.CloudLink;
import cn.baosong.core.submission.Mail;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A mail after opening, or several that make up one package.
 *
 * @param mail the first of them
 * @param links files that were named without being enclosed, in all of them
 * @param words all its words, for the search for marks of secrecy
 * @param allWords whether these are really all
 */
public record MailContent(
    Mail mail, List<CloudLink> links, String words, boolean allWords, Set<Remark> remarks) {
  public MailContent {
    links = List.copyOf(links);
    remarks = Set.copyOf(remarks);
  }

  /** The same with another one of its package. */
  public MailContent with(MailContent other) {
    List<CloudLink> all = new ArrayList<>(links);
    all.addAll(other.links);
    Set<Remark> both = new HashSet<>(remarks);
    both.addAll(other.remarks);
    return new MailContent(mail, all, words + "\n" + other.words, allWords && other.allWords, both);
  }

  /** What is to be said of it. */
  public enum Remark {
    /** It was cut in two wrongly, and put together as well as could be. */
    UNSOUND,
    /** A field of its header was too long and was cut. */
    CLIPPED,
    /** More parts than are looked at, or a header beyond the limits in one of them. */
    BEYOND_LIMITS,
    /** A message in a message in a message in a message. */
    TOO_DEEP,
    /** Signed in a way that was not looked into. */
    SIGNED,
    /** Signed, and nothing was changed since by whoever has the key in it. */
    SIGNATURE_HOLDS,
    /** Signed, and the signature does not fit. */
    SIGNATURE_BROKEN,
    ENCRYPTED,
    /** A part that only its writer's program can read, and that was damaged or too large. */
    UNREADABLE_PART
  }
}
