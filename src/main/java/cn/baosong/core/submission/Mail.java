package cn.baosong.core.submission;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a mail says of itself. Everything but what trusted hosts wrote is a claim of the sender, and
 * everything is bounded in length.
 *
 * @param date the {@code Date} field: shown, never used (domain.md 2.3)
 * @param automatic by which field or words a machine wrote it (RFC 3834); nothing automatic is
 *     answered
 * @param bounce of what it says that it was not delivered
 * @param trace {@code Received}, {@code Authentication-Results} and their like, from the top down
 * @param enclosures what it encloses, as far as headers tell
 * @param text the beginning of its body as plain text
 * @param links files that it names without enclosing them
 * @param part that it is one of several mails
 * @param junk that it came as junk, by its folder or by what a provider wrote in it
 * @param defects what is wrong with it as a message
 */
public record Mail(
    Kind kind,
    Thread thread,
    People people,
    String subject,
    Optional<Instant> date,
    Optional<String> automatic,
    Optional<Bounce> bounce,
    Authentication authentication,
    List<Field> trace,
    List<Enclosure> enclosures,
    String text,
    List<CloudLink> links,
    Optional<PartMark> part,
    boolean junk,
    List<Defect> defects) {
  /** UTF-16 units of the body that are kept. */
  public static final int LONGEST_TEXT = 8_000;

  private static final Pattern PACKAGE =
      Pattern.compile(
          "(?i)\\.(zip|rar|7z|tar|t?gz|bz2|xz|zst|z?\\d{2,3}|xlsx?|et|csv|json|rpu|eml|msg)$");

  private static final Pattern PACKED = Pattern.compile("zip|compressed|spreadsheet|excel|rfc822");

  private static final int LONGEST_LINE = 1_000;
  private static final int MOST = 50;

  public Mail {
    subject = Brief.of(subject, LONGEST_LINE);
    automatic = automatic.map(why -> Brief.of(why, LONGEST_LINE));
    trace = Brief.of(trace, MOST);
    enclosures = Brief.of(enclosures, MOST);
    text = Brief.of(text, LONGEST_TEXT);
    links = Brief.of(links, MOST);
    defects = Brief.of(defects, MOST);
  }

  /** What is to be done with it. */
  public enum Kind {
    /** May hold a package: it gets a number. */
    SUBMISSION,
    /** Answers a letter of ours and encloses nothing. */
    REPLY,
    /** A machine wrote it: an absence, a list, a receipt of reading. */
    AUTOMATIC,
    /** Says that a message was not delivered (RFC 3464, and what the providers write instead). */
    BOUNCE,
    /** A letter of ours that came back. */
    OWN
  }

  /** The same mail, found in a folder for junk. */
  public Mail foundInJunk() {
    return traced(thread, authentication, trace, true);
  }

  /** The same mail with what another reading of it learnt from trusted hosts. */
  public Mail withTraceOf(Mail other) {
    return traced(
        thread.printed(other.thread.fingerprint), other.authentication, other.trace, other.junk);
  }

  /** The same mail with its fingerprint. */
  public Mail printed(String fingerprint) {
    return traced(thread.printed(Optional.of(fingerprint)), authentication, trace, junk);
  }

  private Mail traced(Thread in, Authentication found, List<Field> by, boolean asJunk) {
    return new Mail(
        kind,
        in,
        people,
        subject,
        date,
        automatic,
        bounce,
        found,
        by,
        enclosures,
        text,
        links,
        part,
        asJunk,
        defects);
  }

  /**
   * What the mails of one package have in common: the sender, whether a trusted host vouches for
   * him, what it is called, and how many they are. Empty when it is no part of a package.
   */
  public Optional<String> partKey() {
    Optional<Address> from = people.from();
    return part.flatMap(
        mark ->
            from.map(
                author ->
                    String.join(
                        "|",
                        author.address().toLowerCase(Locale.ROOT),
                        authentication.vouchesFor(author.domain()) ? "+" : "-",
                        Integer.toString(mark.of()),
                        mark.title())));
  }

  /** Whether it may be answered by a machine (RFC 3834). */
  public boolean isAnswerable() {
    return kind == Kind.SUBMISSION && automatic.isEmpty();
  }

  /**
   * Whether it seems to bring a package, or a part of one: an archive, a list, a file of the
   * collection tool, or the link to one; names and types are the sender's words.
   */
  public boolean bringsAPackage() {
    return part.isPresent()
        || !links.isEmpty()
        || enclosures.stream().anyMatch(file -> PACKAGE.matcher(file.name()).find())
        || enclosures.stream().anyMatch(file -> PACKED.matcher(file.type()).find());
  }

  /**
   * By which messages it hangs together with others; ids with their angle brackets.
   *
   * @param references the last ones, the oldest first
   * @param letters ids of our letters that it answers, reports or is, by {@code X-Baosong-Letter}
   *     and by message ids of ours
   * @param fingerprint the same for every copy of the message, by whatever way it came: of its id,
   *     author, subject and date, and of its body; empty where it has no id
   */
  public record Thread(
      Optional<String> messageId,
      List<String> inReplyTo,
      List<String> references,
      List<String> letters,
      Optional<String> fingerprint) {
    public static final Thread NONE = new Thread(Optional.empty(), List.of(), List.of(), List.of());

    /** A message of which no fingerprint was taken. */
    public Thread(
        Optional<String> messageId,
        List<String> inReplyTo,
        List<String> references,
        List<String> letters) {
      this(messageId, inReplyTo, references, letters, Optional.empty());
    }

    Thread printed(Optional<String> taken) {
      return new Thread(messageId, inReplyTo, references, letters, taken);
    }

    public Thread {
      messageId = messageId.map(id -> Brief.of(id, LONGEST_LINE));
      inReplyTo = lines(inReplyTo);
      references = lines(references);
      letters = lines(letters);
    }
  }

  /**
   * An address.
   *
   * @param address local part and domain, the domain in lower case; empty where nothing readable
   *     stands
   * @param name the name shown with it; may be empty
   */
  public record Address(String address, String name) {
    public Address {
      address = Brief.of(address, 320);
      name = Brief.of(name, 200);
    }

    /** The domain in lower case; empty where there is none. */
    public String domain() {
      return address.substring(address.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Between whom; claims, the sender's first of all.
   *
   * @param from the first author
   * @param authors more than the first, which is odd
   * @param returnPath the sender of the envelope where a host wrote it; an empty address is the
   *     null sender of automatic mail
   */
  public record People(
      Optional<Address> from,
      List<Address> authors,
      Optional<Address> sender,
      Optional<Address> returnPath,
      List<Address> replyTo,
      List<Address> to,
      List<Address> cc) {
    public static final People NOBODY =
        new People(
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of(),
            List.of());

    public People {
      authors = Brief.of(authors, MOST);
      replyTo = Brief.of(replyTo, MOST);
      to = Brief.of(to, MOST);
      cc = Brief.of(cc, MOST);
    }
  }

  /**
   * What was not delivered (RFC 3464).
   *
   * @param original message id of what was not delivered
   * @param recipient to whom
   * @param status enhanced code such as 5.1.1; empty where only words tell
   * @param action failed, delayed and so on, in lower case; empty where only words tell
   * @param reason the words of the host
   */
  public record Bounce(
      Optional<String> original,
      Optional<String> recipient,
      Optional<String> status,
      Optional<String> action,
      Optional<String> reason) {
    public Bounce {
      original = line(original);
      recipient = line(recipient);
      status = line(status);
      action = line(action);
      reason = line(reason);
    }

    /** Whether it will never arrive: neither a delay nor a success. */
    public boolean isFinal() {
      return action.map(a -> a.equals("failed")).orElse(true)
          && status.map(s -> !s.startsWith("4") && !s.startsWith("2")).orElse(true);
    }
  }

  /**
   * What trusted hosts found of the sender (RFC 8601); nothing where no trusted host looked.
   *
   * @param results in the order of the fields
   */
  public record Authentication(List<Result> results) {
    public static final Authentication NONE = new Authentication(List.of());

    public Authentication {
      results = Brief.of(results, MOST);
    }

    /**
     * One result.
     *
     * @param method dkim, spf, dmarc …, in lower case
     * @param result pass, fail, none …, in lower case
     * @param domain of whom: header.d, smtp.mailfrom, header.from; may be empty
     */
    public record Result(String method, String result, String domain) {
      public Result {
        method = Brief.of(method, 40);
        result = Brief.of(result, 40);
        domain = Brief.of(domain, 255);
      }

      /** Whether what was looked for was there and was wrong. */
      boolean isBad() {
        return List.of("fail", "softfail", "permerror").contains(result)
            && List.of("dmarc", "dkim", "spf").contains(method);
      }

      boolean isPassFor(String author) {
        return result.equals("pass")
            && (domain.equals(author) || author.endsWith("." + domain) && domain.contains("."));
      }
    }

    /** What was found by one method; empty where it was not looked for. */
    public Optional<String> of(String method) {
      return results.stream()
          .filter(r -> r.method().equals(method))
          .map(Result::result)
          .findFirst();
    }

    /** Whether DMARC, a DKIM signature or SPF of that domain passed (RFC 7489, 3.1). */
    public boolean vouchesFor(String domain) {
      return Stream.of("dmarc", "dkim", "spf").anyMatch(method -> vouchesFor(domain, method));
    }

    boolean vouchesFor(String domain, String method) {
      return results.stream()
          .filter(r -> r.method().equals(method))
          .anyMatch(r -> r.isPassFor(domain.toLowerCase(Locale.ROOT)));
    }

    /** Whether the domain's own policy says that it is not from there. */
    boolean refuses(String domain) {
      return !vouchesFor(domain, "dmarc")
          && results.stream().anyMatch(r -> r.method().equals("dmarc") && r.isBad());
    }
  }

  /**
   * A header field of the trace.
   *
   * @param name in lower case
   * @param body unfolded, as it stands
   */
  public record Field(String name, String body) {
    public Field {
      name = Brief.of(name, 80);
      body = Brief.of(body, LONGEST_LINE);
    }
  }

  /**
   * What a mail encloses.
   *
   * @param name for people; never used as a path
   * @param type media type in lower case, as claimed
   * @param bytes length as it travelled, mostly a third more than the file's own
   */
  public record Enclosure(String name, String type, long bytes) {
    public Enclosure {
      name = Brief.of(name, 255);
      type = Brief.of(type, 100);
    }
  }

  private static Optional<String> line(Optional<String> text) {
    return text.map(t -> Brief.of(t, LONGEST_LINE));
  }

  private static List<String> lines(List<String> texts) {
    return Brief.of(texts, MOST).stream().map(t -> Brief.of(t, LONGEST_LINE)).toList();
  }
}
