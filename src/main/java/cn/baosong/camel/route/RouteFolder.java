package cn.baosong.camel.route;

import cn.baosong.desk.Act;
import cn.baosong.desk.Audit;
import cn.baosong.desk.Quiet;
import cn.baosong.desk.route.RouteFault;
import cn.baosong.desk.route.RouteFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder {@code routes/}: what was edited and has rested for two seconds is checked whole and
 * then takes effect; what is broken does not, and what ran runs on. It has no thread: something
 * calls {@link #look}.
 */
public final class RouteFolder implements RouteFiles {
  private static final Logger LOG = LoggerFactory.getLogger(RouteFolder.class);
  private static final String SUBJECT = "routes";

  private final Place place;
  private final RouteCheck check;
  private final RouteSwap swap;
  private final ExpectedRoutes expected;
  private final Audit audit;
  private final Quiet quiet = new Quiet("");
  private final Map<String, Instant> since = new ConcurrentHashMap<>();
  private volatile RouteSet running = new RouteSet(new TreeMap<>());
  private volatile RouteSet lying = running;
  private volatile List<RouteFault> faults = List.of();

  /**
   * Where the files lie.
   *
   * @param wanted which of them count, by their name
   */
  public record Place(Path folder, Predicate<String> wanted) {
    private RouteSet read() {
      try {
        return RouteSet.read(folder, wanted);
      } catch (IOException unreadable) {
        throw new UncheckedIOException(unreadable);
      }
    }

    private String fingerprint() {
      return RouteSet.fingerprint(folder);
    }
  }

  public RouteFolder(
      Place place, RouteCheck check, RouteSwap swap, ExpectedRoutes expected, Audit audit) {
    this.place = place;
    this.check = check;
    this.swap = swap;
    this.expected = expected;
    this.audit = audit;
  }

  /**
   * Before Camel loads the files.
   *
   * @throws BrokenRoutes when they could not run, with every fault
   */
  public synchronized void begin(Instant now) {
    quiet.taken(place.fingerprint());
    running = place.read();
    lying = running;
    running.sources().keySet().forEach(name -> since.put(name, now));
    List<RouteFault> found = check.faults(running);
    if (!found.isEmpty()) {
      throw new BrokenRoutes(found);
    }
  }

  /** One look. */
  public synchronized void look(Instant now) {
    String print = place.fingerprint();
    if (expected.get().isEmpty() || !quiet.isDue(print, now)) {
      return;
    }
    lying = place.read();
    try {
      faults = lying.equals(running) ? List.of() : taken(lying, now);
      quiet.taken(print);
    } catch (RouteSwap.Busy busy) { // what it carries is finished first; the next look tries again
      LOG.info("Edited routes wait for what {} carries", busy.getMessage());
    }
  }

  private List<RouteFault> taken(RouteSet edited, Instant now) throws RouteSwap.Busy {
    List<RouteFault> found = new ArrayList<>(check.faults(edited));
    if (found.isEmpty()) {
      swapped(edited).ifPresent(found::add);
    }
    if (found.isEmpty()) {
      entered(edited, now);
    } else {
      LOG.warn("Edited routes take no effect, those before run on: {}", found);
    }
    return List.copyOf(found);
  }

  private Optional<RouteFault> swapped(RouteSet edited) throws RouteSwap.Busy {
    try {
      swap.apply(running, edited);
      return Optional.empty();
    } catch (RouteSwap.Busy busy) {
      throw busy;
    } catch (Exception failure) { // a route controller declares no narrower type
      LOG.error("Edited routes do not start, those before run again", failure);
      return Optional.of(new FaultFinder(edited).inBuilding(failure));
    }
  }

  private void entered(RouteSet edited, Instant now) {
    Map<String, String> changed = new TreeMap<>();
    for (String name : running.differing(edited)) {
      Optional<RouteSource> source = edited.find(name);
      since.put(name, now);
      changed.put(name, source.map(text -> text.digest().substring(0, 12)).orElse("-"));
    }
    running = edited;
    expected.taken();
    String told =
        changed.entrySet().stream()
            .map(each -> each.getKey() + " " + each.getValue())
            .collect(Collectors.joining(", "));
    LOG.info("Edited routes run: {}", told);
    audit.note(SUBJECT, new Act(Act.Kind.ROUTES_LOADED, Act.MACHINE, told));
  }

  @Override
  public List<Version> files() {
    RouteSet runs = running;
    RouteSet lies = lying;
    TreeSet<String> names = new TreeSet<>(runs.sources().keySet());
    names.addAll(lies.sources().keySet());
    return names.stream()
        .map(
            name ->
                new Version(
                    name,
                    runs.find(name).map(RouteSource::digest),
                    since.getOrDefault(name, Instant.EPOCH),
                    standing(runs.find(name), lies.find(name))))
        .toList();
  }

  private static Standing standing(Optional<RouteSource> runs, Optional<RouteSource> lies) {
    if (runs.equals(lies)) {
      return Standing.SAME;
    }
    return runs.isEmpty() ? Standing.ADDED : lies.isEmpty() ? Standing.REMOVED : Standing.EDITED;
  }

  @Override
  public List<RouteFault> faults() {
    return faults;
  }

  @Override
  public Optional<String> text(String file) {
    return running.find(file).map(RouteSource::text);
  }
}
