package cn.baosong.camel.server;

import cn.baosong.camel.Facts;
import cn.baosong.camel.IntakePoll;
import cn.baosong.carriers.Uploads;
import cn.baosong.core.call.Unit;
import cn.baosong.core.call.UnitCode;
import cn.baosong.core.submission.Channel;
import cn.baosong.core.submission.Interval;
import cn.baosong.core.submission.Outage;
import cn.baosong.core.submission.TimeEvidence;
import cn.baosong.desk.Act;
import cn.baosong.desk.Ledger;
import cn.baosong.desk.MailFolders;
import cn.baosong.desk.MovedClock;
import cn.baosong.desk.ProbeDesk;
import cn.baosong.desk.Reconciliation;
import cn.baosong.desk.Units;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;

/**
 * camel-ftp with the office's hooks and nothing behind it but a list of what came: what the Kamelet
 * does, without the rest of an office.
 */
final class Collecting implements AutoCloseable {
  /** Whole seconds, so that a look is one tick of this clock. */
  private final MovedClock clock = new MovedClock(Instant.parse("2020-03-25T01:00:00Z"));

  private final Book book = new Book();
  private final List<Came> came = new CopyOnWriteArrayList<>();
  private final DefaultCamelContext camel = new DefaultCamelContext();
  private final Servers servers;
  private volatile boolean refusing;
  private volatile Optional<String> shut = Optional.empty();

  /**
   * What came.
   *
   * @param name for people
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Came(
      String key,
      String name,
      Optional<String> unit,
      byte[] bytes,
      TimeEvidence received,
      List<String> remarks,
      Optional<Interval> outage) {}

  /**
   * @param desk that knows the probes
   */
  Collecting(ProbeDesk desk) {
    ServerMemory memory = new ServerMemory(book, at -> at);
    servers =
        new Servers(
            new Servers.Known() {
              @Override
              public Optional<String> password(String server) {
                return Optional.of(Uploads.PASSWORD);
              }

              @Override
              public Optional<String> passphrase(String server) {
                return Optional.empty();
              }
            },
            new Servers.Office(book, memory, () -> desk, clock));
    camel.setStreamCaching(false);
    camel.addComponent("office-ftp", new ServerComponent(servers));
    camel.getRegistry().bind("serverRelease", new ServerRelease());
    camel.getRegistry().bind("serverPoll", new ServerPoll(new IntakePoll(() -> shut)));
    camel.getRegistry().bind("serverExceptions", new ServerExceptions());
  }

  MovedClock clock() {
    return clock;
  }

  Book book() {
    return book;
  }

  List<Came> came() {
    return came;
  }

  Collecting() {
    this(
        new ProbeDesk(
            List.of(), new SentProbes(), Duration.ZERO, Duration.ZERO, Clock.systemUTC()));
  }

  Servers servers() {
    return servers;
  }

  /** Whether nothing can be kept, so that nothing is to be fetched. */
  void shut(boolean full) {
    shut = full ? Optional.of("the disk is nearly full") : Optional.empty();
  }

  /** Lets nothing be registered. */
  void refuse(boolean all) {
    refusing = all;
  }

  Reconciliation.Source source() {
    return new ServerReconciliation(servers, at -> at).sources().get(0);
  }

  ServerReconciliation reconciliation() {
    return new ServerReconciliation(servers, at -> at);
  }

  /** Looks from now on, as often as it can; parameters are those of the Kamelet's template. */
  Collecting from(String protocol, int port, Map<String, String> more) throws Exception {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("server", "one");
    all.put("protocol", protocol);
    all.put("host", "127.0.0.1");
    all.put("port", String.valueOf(port));
    all.put("username", Uploads.USER);
    all.put("quiet", "0");
    all.put("pause", "0");
    all.put("soTimeout", "5000");
    all.putAll(more);
    StringBuilder uri = new StringBuilder("office-ftp:all?processStrategy=#serverRelease");
    uri.append("&pollStrategy=#serverPoll&exceptionHandler=#serverExceptions");
    uri.append("&throwExceptionOnConnectFailed=true&maximumReconnectAttempts=0");
    uri.append("&connectTimeout=5000&initialDelay=1&delay=20");
    all.forEach((key, value) -> uri.append("&" + key + "=RAW(" + value + ")"));
    ServerSteps steps =
        new ServerSteps(new ServerTimes(at -> at, ZoneId.of("Asia/Shanghai")), new OneUnit());
    camel.addRoutes(
        new RouteBuilder() {
          @Override
          public void configure() {
            errorHandler(noErrorHandler());
            from(uri.toString()).process(steps::open).process(Collecting.this::take);
          }
        });
    camel.start();
    return this;
  }

  private void take(Exchange exchange) throws IOException {
    if (refusing) {
      throw new IOException("the disk is full");
    }
    byte[] bytes;
    try (InputStream body = exchange.getMessage().getBody(InputStream.class)) {
      bytes = body.readAllBytes();
    }
    String key = exchange.getVariable(Facts.NATIVE_ID, String.class);
    List<?> remarks = exchange.getVariable(Facts.REMARKS, List.class);
    came.add(
        new Came(
            key,
            exchange.getVariable(Facts.NAME, String.class),
            Optional.ofNullable(exchange.getVariable(Facts.FOLDER_UNIT, String.class)),
            bytes,
            exchange.getVariable(Facts.RECEIVED, TimeEvidence.class),
            remarks.stream().map(String::valueOf).toList(),
            Optional.ofNullable(exchange.getVariable(Facts.OUTAGE, Interval.class))));
    book.registered.add(key);
  }

  /** What came, once so many have. */
  List<Came> await(int count) {
    org.awaitility.Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> came.size() >= count);
    return List.copyOf(came);
  }

  /** After so many further looks. */
  void looks(int count) {
    int enough = book.looks() + count;
    org.awaitility.Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> book.looks() >= enough);
  }

  /** Another process holds the folder from now on; the look that was under way is over. */
  void isHeldByAnother() {
    book.hold(false);
    int refused = book.refused();
    org.awaitility.Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> book.refused() > refused);
  }

  @Override
  public void close() throws IOException {
    camel.close();
  }

  /** What a database would remember. */
  static final class Book implements Ledger, MailFolders {
    private final Set<String> registered = ConcurrentHashMap.newKeySet();
    private final List<Outage> outages = new CopyOnWriteArrayList<>();
    private volatile Looked looked = Looked.NEVER;
    private volatile int looks;
    private final AtomicInteger refused = new AtomicInteger();
    private volatile boolean held = true;

    Set<String> registered() {
      return registered;
    }

    int looks() {
      return looks;
    }

    /** How often a look was not this process's to take. */
    int refused() {
      return refused.get();
    }

    void lookedAt(Instant at) {
      looked = new Looked(Optional.of(at), Optional.of(at), Optional.empty());
    }

    /** Whether the lease is this process's. */
    void hold(boolean mine) {
      held = mine;
    }

    @Override
    public Set<String> unknown(Channel channel, Collection<String> keys) {
      Set<String> open = new HashSet<>(keys);
      open.removeAll(registered);
      return open;
    }

    @Override
    public Looked looked(String server, String folder) {
      return looked;
    }

    @Override
    public synchronized void looked(String server, String folder, Instant at, boolean cleared) {
      looked =
          new Looked(
              Optional.of(at), cleared ? Optional.of(at) : looked.cleared(), looked.brought());
      looks++;
    }

    @Override
    public void release(String holder) {}

    @Override
    public void brought(String server, String folder, Instant at) {}

    @Override
    public long probes(Channel channel, Collection<String> keys) {
      return 0;
    }

    @Override
    public boolean hold(String server, String folder, String holder, Duration lease) {
      boolean mine = held;
      if (!mine) {
        refused.incrementAndGet();
      }
      return mine;
    }

    @Override
    public Optional<Outage> lasting(String source) {
      return outages.stream().filter(one -> one.ended().isEmpty()).findFirst();
    }

    @Override
    public List<Outage> outages(int most) {
      return List.copyOf(outages);
    }

    @Override
    public void save(Outage outage, Act act) {
      outages.removeIf(one -> one.id().equals(outage.id()));
      outages.add(outage);
    }
  }

  /** One unit is registered, with the code 110000. */
  private static final class OneUnit implements Units {
    @Override
    public Optional<Unit> find(UnitCode code) {
      return Optional.empty();
    }

    @Override
    public Optional<Unit> match(String nameOrCode) {
      return nameOrCode.equals("110000") ? Optional.of(unit()) : Optional.empty();
    }

    private static Unit unit() {
      return new Unit(new UnitCode("110000"), "示例局", List.of(), List.of(), List.of(), "", "", "");
    }

    @Override
    public List<Unit> all() {
      return List.of();
    }
  }
}
