package cn.baosong.desk;

import cn.baosong.core.call.Unit;
import cn.baosong.core.call.UnitCode;
import cn.baosong.core.submission.Mail;
import cn.baosong.core.submission.Sender;
import cn.baosong.core.submission.Submission;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * For whom an unknown address may speak, and why one may think so. Whoever writes a mail chooses
 * its words, so it advises and a person makes sure.
 */
public final class SenderAdvice {
  private static final int MOST = 5;
  private static final int SHORTEST_PHONE = 7;
  private static final Pattern PHONE = Pattern.compile("\\+?\\d[\\d \\-－—()（）]{5,24}\\d");

  /** Where everybody can have an address, its domain says nothing of a unit. */
  private static final Set<String> PUBLIC =
      Set.of(
          "qq.com",
          "vip.qq.com",
          "foxmail.com",
          "163.com",
          "vip.163.com",
          "126.com",
          "vip.126.com",
          "yeah.net",
          "188.com",
          "sina.com",
          "sina.cn",
          "vip.sina.com",
          "sohu.com",
          "tom.com",
          "aliyun.com",
          "139.com",
          "189.cn",
          "wo.cn",
          "21cn.com",
          "outlook.com",
          "hotmail.com",
          "live.com",
          "gmail.com",
          "icloud.com");

  private final Units units;
  private final Senders senders;
  private final Bearings bearings;
  private final Mentions mentions;

  public SenderAdvice(Units units, Senders senders, Calls calls, Bearings bearings) {
    this.units = units;
    this.senders = senders;
    this.bearings = bearings;
    this.mentions = new Mentions(calls, units);
  }

  /** What the thought rests on, the strongest first. */
  public enum Why {
    /** The address stands in the registry of units, or was bound. */
    KNOWN(20),
    /** The list within states its code or name. */
    LIST(8),
    /** Its registered telephone number stands in the body. */
    PHONE(6),
    /** Mails of the address were let pass as the unit's before. */
    BEFORE(6),
    /** One of its registered addresses has the same domain. */
    DOMAIN(5),
    /** The subject names it. */
    SUBJECT(4),
    /** The name shown with the address names it. */
    SHOWN_NAME(4),
    /** Its registered contact stands in the body. */
    CONTACT(3),
    /** The name of something enclosed names it. */
    ENCLOSURE(3),
    /** The body names it. */
    BODY(2);

    private final int weight;

    Why(int weight) {
      this.weight = weight;
    }
  }

  /**
   * A unit with the reasons to think of it, each with what was found.
   *
   * @param reasons the strongest first
   */
  public record Suggestion(Unit unit, Map<Why, String> reasons) {
    int weight() {
      return reasons.keySet().stream().mapToInt(why -> why.weight).sum();
    }
  }

  /**
   * The likeliest units first; none where nothing tells.
   *
   * @param mails of that address
   */
  public List<Suggestion> on(String address, List<Submission> mails) {
    Map<UnitCode, Suggestion> found = new LinkedHashMap<>();
    List<Unit> all = units.all();
    of(address, all, found);
    for (Submission submission : mails) {
      bearings
          .named(submission, submission.stated())
          .forEach(u -> add(found, u, Why.LIST, u.name()));
      submission.mail().ifPresent(mail -> of(mail, all, found));
    }
    return found.values().stream()
        .sorted(Comparator.comparing(Suggestion::weight).reversed())
        .limit(MOST)
        .toList();
  }

  /**
   * A domain that one may take this address's for though it is another: of a registered address, or
   * of a provider at which everybody has addresses.
   */
  public Optional<Resembled> resembled(String address) {
    if (address.isEmpty()) {
      return Optional.empty();
    }
    List<Unit> all = units.all();
    Set<String> known = new LinkedHashSet<>();
    all.forEach(unit -> unit.emails().forEach(email -> known.add(domain(Sender.key(email)))));
    known.addAll(PUBLIC);
    return new Lookalike(domain(address))
        .of(known)
        .map(
            domain ->
                new Resembled(
                    domain,
                    PUBLIC.contains(domain)
                        ? Optional.empty()
                        : all.stream().filter(unit -> isAt(unit, domain)).findFirst()));
  }

  /**
   * What an address may be taken for.
   *
   * @param unit whose domain it is; empty for that of a provider
   */
  public record Resembled(String domain, Optional<Unit> unit) {}

  private static boolean isAt(Unit unit, String domain) {
    return unit.emails().stream()
        .map(Sender::key)
        .map(SenderAdvice::domain)
        .anyMatch(domain::equals);
  }

  private static String domain(String address) {
    return address.substring(address.lastIndexOf('@') + 1);
  }

  private void of(String address, List<Unit> all, Map<UnitCode, Suggestion> found) {
    if (address.isEmpty()) {
      return;
    }
    String domain = domain(address);
    for (Unit unit : all) {
      List<String> registered = unit.emails().stream().map(Sender::key).toList();
      if (registered.contains(address)) {
        add(found, unit, Why.KNOWN, address);
      } else if (!PUBLIC.contains(domain)
          && registered.stream().anyMatch(r -> r.endsWith("@" + domain))) {
        add(found, unit, Why.DOMAIN, domain);
      }
    }
    senders.at(address).stream()
        .flatMap(binding -> units.find(binding.unit()).stream())
        .forEach(unit -> add(found, unit, Why.KNOWN, address));
    senders.deliveredFor(address, MOST).stream()
        .flatMap(code -> units.find(code).stream())
        .forEach(unit -> add(found, unit, Why.BEFORE, ""));
  }

  private void of(Mail mail, List<Unit> all, Map<UnitCode, Suggestion> found) {
    named(mail.subject(), Why.SUBJECT, found);
    mail.people().from().ifPresent(from -> named(from.name(), Why.SHOWN_NAME, found));
    mail.enclosures().forEach(file -> named(file.name(), Why.ENCLOSURE, found));
    named(mail.text(), Why.BODY, found);
    List<String> phones = phones(mail.text());
    for (Unit unit : all) {
      String phone = digits(unit.phone());
      if (phone.length() >= SHORTEST_PHONE && phones.stream().anyMatch(p -> isSame(p, phone))) {
        add(found, unit, Why.PHONE, unit.phone());
      }
      if (unit.contact().length() > 1 && mail.text().contains(unit.contact())) {
        add(found, unit, Why.CONTACT, unit.contact());
      }
    }
  }

  private void named(String words, Why why, Map<UnitCode, Suggestion> found) {
    mentions.units(words).forEach(unit -> add(found, unit, why, unit.name()));
  }

  private static void add(Map<UnitCode, Suggestion> found, Unit unit, Why why, String words) {
    found
        .computeIfAbsent(unit.code(), code -> new Suggestion(unit, new EnumMap<>(Why.class)))
        .reasons()
        .putIfAbsent(why, words);
  }

  private static List<String> phones(String text) {
    List<String> phones = new ArrayList<>();
    PHONE.matcher(text).results().map(found -> digits(found.group())).forEach(phones::add);
    return phones;
  }

  /** With or without area code. */
  private static boolean isSame(String one, String other) {
    return Stream.of(one, other).mapToInt(String::length).min().orElse(0) >= SHORTEST_PHONE
        && (one.endsWith(other) || other.endsWith(one));
  }

  private static String digits(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("\\D", "");
  }
}
