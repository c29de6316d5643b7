package cn.baosong.web.api;

import cn.baosong.core.dossier.Masking;
import cn.baosong.core.submission.Outage;
import cn.baosong.desk.ChannelDesk;
import cn.baosong.desk.ChannelState;
import cn.baosong.desk.ChannelState.Sign;
import cn.baosong.desk.Probe;
import cn.baosong.desk.ProbeDesk;
import cn.baosong.desk.Reconciliation;
import cn.baosong.desk.Reconciliation.Glimpse;
import cn.baosong.web.WebOffice;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Shows the sources of the channels, personal data masked. */
@Component
public final class ChannelShow {
  private static final Pattern MOBILE =
      Pattern.compile("(?<![0-9])(1[0-9]{2})[0-9]{4}([0-9]{4})(?![0-9])");

  private final ChannelDesk desk;
  private final WebOffice office;

  ChannelShow(ChannelDesk desk, WebOffice office) {
    this.desk = desk;
    this.office = office;
  }

  /**
   * A source.
   *
   * @param lastLook the last that succeeded
   * @param error in Chinese
   * @param held without probes of ours
   * @param level WELL, WARNED or FAILED, the worst of its signs
   * @param signs what is wrong with it
   * @param trouble of which kind the error is, where the line is at fault
   * @param failedLooks since the last that succeeded
   * @param insecure whether the password travels in clear
   * @param probes letters to ourselves that it holds
   * @param canProbe whether one can be sent now
   * @param lastArrival when something was last taken out of it
   * @param provenUntil until when it is certain that whatever arrived was seen
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record SourceView(
      String source,
      String channel,
      Optional<String> lastLook,
      Optional<String> error,
      long held,
      long registered,
      List<ItemView> difference,
      String level,
      List<String> signs,
      Optional<String> trouble,
      int failedLooks,
      boolean insecure,
      long probes,
      boolean canProbe,
      Optional<ProbeView> probe,
      Optional<String> lastArrival,
      Optional<String> provenUntil,
      List<OutageView> outages) {
    /** What it holds that is not registered, also where not all of it is named. */
    public long missing() {
      return Math.max(0, held - registered);
    }

    /** What is still being written. */
    public long writing() {
      return difference.stream().filter(ItemView::underway).count();
    }
  }

  /**
   * An item that is held and not registered; what its sender wrote is masked.
   *
   * @param underway whether it is still being written, so that nothing is missing yet
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record ItemView(
      String name,
      String reason,
      Optional<String> since,
      Optional<String> key,
      int tries,
      Optional<String> from,
      Optional<String> subject,
      Optional<String> received,
      Optional<Long> bytes,
      boolean underway) {}

  /**
   * The newest letter to ourselves.
   *
   * @param failure why it could not be sent
   * @param proven when the newest that arrived was sent
   * @param seconds that this one was on its way
   * @param place where it was seen, if that is a folder for junk
   * @param lost whether one was sent long ago and has not arrived
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record ProbeView(
      String sent,
      Optional<String> failure,
      Optional<String> proven,
      Optional<Long> seconds,
      Optional<String> place,
      boolean lost) {}

  /** A time without a look. */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record OutageView(String began, Optional<String> ended, String cause) {}

  public List<SourceView> all() {
    return desk.all().stream().map(this::view).toList();
  }

  private SourceView view(ChannelState state) {
    Reconciliation.Source source = state.source();
    return new SourceView(
        source.name(),
        source.channel().code(),
        source.lastLook().map(office::at),
        source.error(),
        source.held(),
        source.registered(),
        source.difference().stream().map(this::item).toList(),
        state.level().name(),
        state.signs().stream().map(Sign::name).toList(),
        source.line().trouble().map(Enum::name),
        source.line().failures(),
        source.line().insecure(),
        source.line().probes(),
        desk.canProbe(source),
        state.probe().flatMap(this::probe),
        source.line().lastArrival().map(office::at),
        state.proven().map(office::at),
        state.outages().stream().map(this::outage).toList());
  }

  private Optional<ProbeView> probe(ProbeDesk.State state) {
    Optional<Probe> arrived = state.arrived();
    return state
        .last()
        .map(
            last ->
                new ProbeView(
                    real(last.sent()),
                    state.failure(),
                    arrived.map(Probe::sent).map(this::real),
                    arrived.flatMap(Probe::roundTrip).map(Duration::toSeconds),
                    arrived.flatMap(Probe::place).filter(place -> !place.isEmpty()),
                    state.lost()));
  }

  /** As the office's clock would have shown it. */
  private String real(Instant observed) {
    return office.at(observed.plus(office.offset()));
  }

  private OutageView outage(Outage outage) {
    return new OutageView(
        office.at(outage.began()), outage.ended().map(office::at), outage.cause());
  }

  private ItemView item(Reconciliation.Item item) {
    Optional<Glimpse> glimpse = item.glimpse();
    return new ItemView(
        Masking.text(item.name()),
        item.reason(),
        item.since().map(office::at),
        item.key(),
        item.tries(),
        glimpse.map(Glimpse::from).map(ChannelShow::address),
        glimpse.map(Glimpse::subject).map(ChannelShow::words),
        glimpse.flatMap(Glimpse::date).map(office::at),
        glimpse.map(Glimpse::bytes),
        item.underway());
  }

  private static String words(String foreign) {
    return MOBILE.matcher(Masking.text(foreign)).replaceAll("$1****$2");
  }

  /** Enough to know whose it may be. */
  private static String address(String full) {
    int at = full.lastIndexOf('@');
    return at < 1 ? "***" : full.substring(0, Math.min(2, at)) + "***" + full.substring(at);
  }
}
