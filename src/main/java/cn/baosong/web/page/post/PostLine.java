package cn.baosong.web.page.post;

import cn.baosong.core.notice.MailCause;
import cn.baosong.desk.Changes;
import cn.baosong.desk.MailingDesk;
import cn.baosong.desk.Mailings;
import cn.baosong.desk.PostRules;
import cn.baosong.web.WebOffice;
import cn.baosong.web.page.SinceChange;
import cn.baosong.web.page.Times;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** How the way out stands, for the pages that warn of it. */
@Component
public final class PostLine {
  private final MailingDesk desk;
  private final Mailings mailings;
  private final WebOffice office;
  private final Times times;
  private final SinceChange<String, Now> known;

  PostLine(MailingDesk desk, Mailings mailings, WebOffice office, Times times, Changes changes) {
    this.known = SinceChange.orSecond(changes, office.machine(), all -> asked());
    this.desk = desk;
    this.mailings = mailings;
    this.office = office;
    this.times = times;
  }

  /**
   * How it stands.
   *
   * @param set whether letters leave by mail at all
   * @param clear whether others on the way can read them
   * @param trouble why none leaves
   * @param resting providers that pause, each with why
   * @param lastTaken when the server took a letter last
   */
  public record Now(
      boolean set,
      boolean clear,
      Optional<Trouble> trouble,
      List<Trouble> resting,
      long waiting,
      Optional<String> lastTaken) {}

  /** A pause with its reason. */
  public record Trouble(
      String provider, MailCause cause, String said, String since, String until) {}

  /** Asked for once a second, however many pages show it. */
  public Now now() {
    return known.get("");
  }

  private Now asked() {
    Map<String, Mailings.Standing> standings = mailings.standings();
    Mailings.Queue queue = desk.queue();
    return new Now(
        desk.line() != PostRules.Line.NONE,
        desk.line() == PostRules.Line.IN_CLEAR,
        Optional.ofNullable(standings.get(Mailings.LINE)).map(s -> trouble(Mailings.LINE, s)),
        standings.entrySet().stream()
            .filter(e -> !e.getKey().equals(Mailings.LINE))
            .flatMap(e -> Stream.of(trouble(e.getKey(), e.getValue())))
            .toList(),
        queue.waiting(),
        queue.lastTaken().map(this::shown));
  }

  private Trouble trouble(String provider, Mailings.Standing standing) {
    return new Trouble(
        provider,
        standing.trouble().cause(),
        standing.trouble().said(),
        shown(standing.since()),
        shown(standing.until()));
  }

  /** Real time as the office's clock would have shown it. */
  private String shown(Instant real) {
    return times.moment(real.plus(office.offset()));
  }
}
