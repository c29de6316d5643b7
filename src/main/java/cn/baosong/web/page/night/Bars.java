package cn.baosong.web.page.night;

import cn.baosong.core.submission.Channel;
import cn.baosong.core.submission.Interval;
import cn.baosong.core.submission.Outage;
import cn.baosong.desk.night.Ending;
import cn.baosong.desk.night.Nights.Minute;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Arrivals by the minute as bars, with the deadlines and the outages. Every x and width is a
 * percentage of the drawing's width; y and height count pixels.
 *
 * @param most deliveries in the fullest minute
 * @param minutes those in which something came, for whoever reads instead of looking
 */
record Bars(
    Interval span,
    long most,
    List<Bar> bars,
    List<Mark> marks,
    List<Gap> gaps,
    List<Mark> clock,
    List<Minute> minutes) {
  private static final int HEIGHT = 120;
  private static final Duration QUARTER = Duration.ofMinutes(15);

  /** One channel's part of a minute. */
  record Bar(Channel channel, String x, String width, long y, long height) {}

  /**
   * A moment.
   *
   * @param end whether it stands so near the right edge that its words go to the left
   */
  record Mark(Instant at, String x, boolean end) {}

  /** A time without a look. */
  record Gap(String x, String width) {}

  static Bars of(Interval span, List<Minute> minutes, List<Ending> endings, List<Outage> outages) {
    Map<Instant, List<Minute>> by = new TreeMap<>();
    minutes.forEach(m -> by.computeIfAbsent(m.minute(), x -> new ArrayList<>()).add(m));
    long most =
        by.values().stream()
            .mapToLong(all -> all.stream().mapToLong(Minute::many).sum())
            .max()
            .orElse(0);
    Scale scale = new Scale(span);
    List<Bar> bars = new ArrayList<>();
    by.forEach((minute, all) -> stack(all, most, scale, bars));
    return new Bars(
        span, most, bars, marks(endings, scale), gaps(outages, scale), clock(scale), minutes);
  }

  private static void stack(List<Minute> minute, long most, Scale scale, List<Bar> bars) {
    long y = HEIGHT;
    for (Minute part : minute) {
      long height = Math.max(2, HEIGHT * part.many() / most);
      y -= height;
      bars.add(
          new Bar(part.channel(), scale.x(part.minute()), scale.minute(), Math.max(0, y), height));
    }
  }

  private static List<Mark> marks(List<Ending> endings, Scale scale) {
    return endings.stream()
        .flatMap(ending -> Stream.of(ending.ends().earliest(), ending.ends().latest()))
        .distinct()
        .filter(scale::holds)
        .sorted()
        .map(scale::mark)
        .toList();
  }

  private static List<Gap> gaps(List<Outage> outages, Scale scale) {
    Interval span = scale.span();
    return outages.stream()
        .filter(o -> o.began().isBefore(span.latest()))
        .filter(o -> o.ended().filter(end -> !end.isAfter(span.earliest())).isEmpty())
        .map(
            o -> {
              Instant from = o.began().isBefore(span.earliest()) ? span.earliest() : o.began();
              Instant until = o.ended().filter(scale::holds).orElse(span.latest());
              return new Gap(scale.x(from), scale.width(from, until));
            })
        .toList();
  }

  private static List<Mark> clock(Scale scale) {
    List<Mark> marks = new ArrayList<>();
    long quarter = QUARTER.toSeconds();
    long begin = scale.span().earliest().getEpochSecond();
    Instant at = Instant.ofEpochSecond((begin + quarter - 1) / quarter * quarter);
    for (; at.isBefore(scale.span().latest()); at = at.plus(QUARTER)) {
      marks.add(scale.mark(at));
    }
    return marks;
  }

  private record Scale(Interval span) {
    private static final double WHOLE = 100;
    private static final double RIGHT = 92;

    boolean holds(Instant at) {
      return !at.isBefore(span.earliest()) && !at.isAfter(span.latest());
    }

    Mark mark(Instant at) {
      return new Mark(at, x(at), part(at) > RIGHT);
    }

    String x(Instant at) {
      return percent(part(at));
    }

    String width(Instant from, Instant until) {
      return percent(Math.max(0.3, part(until) - part(from)));
    }

    String minute() {
      return percent(WHOLE * Duration.ofMinutes(1).toSeconds() / length() * 0.8);
    }

    private double part(Instant at) {
      return WHOLE * Duration.between(span.earliest(), at).toSeconds() / length();
    }

    private double length() {
      return Math.max(1, Duration.between(span.earliest(), span.latest()).toSeconds());
    }

    private static String percent(double value) {
      return String.format(Locale.ROOT, "%.3f%%", value);
    }
  }
}
