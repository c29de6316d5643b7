package cn.baosong.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import cn.baosong.core.call.CallId;
import cn.baosong.core.call.UnitCode;
import cn.baosong.core.dossier.DossierState;
import cn.baosong.core.submission.Channel;
import cn.baosong.core.submission.SubmissionState;
import cn.baosong.desk.Filters;
import cn.baosong.desk.Place;
import cn.baosong.desk.Window;
import cn.baosong.json.Json;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;

class H2StoreTest
    implements RecordsContract,
        WaitingContract,
        JournalContract,
        ListsContract,
        InboxListContract,
        ProposalsContract,
        ScansContract,
        CoversContract,
        ParcelsContract,
        SendersContract,
        SeasonContract,
        DigestTurnsContract,
        FailuresContract,
        MailingsContract,
        MailContract,
        AccountsContract,
        SharesContract,
        StateCountsContract,
        PlansContract,
        RemindersContract,
        DraftsContract,
        VerificationContract {
  @RegisterExtension final StoreFixture store = new StoreFixture(Dialect.H2);

  @Override
  public StoreFixture store() {
    return store;
  }

  /** House.md 3: what H2 has committed is on disk only after a checkpoint. */
  @Test
  void forcesTheDatabaseBeforeTheJournalTellsOfAnAct() throws Exception {
    List<String> told = new ArrayList<>();
    Disk disk =
        new Disk() {
          @Override
          void writeAll(FileChannel file, ByteBuffer bytes) throws IOException {
            told.add("journal");
            super.writeAll(file, bytes);
          }
        };
    DataSource watched = new ToldStatements(store.source(), told);
    try (Journal journal =
        Journal.start(
            watched, store.manager(), store.home(), new Journal.Setting(store.mapper, disk, 1))) {
      journal.await();
      told.clear();
      store.submissions().save(Samples.submission(1), JournalContract.ACT);
      journal.await();
      assertThat(told).containsSubsequence("checkpoint sync", "journal");
      assertThat(told.indexOf("journal")).isGreaterThan(told.indexOf("checkpoint sync"));
    }
  }

  /** Each look at what waits reads what waits, however much is stored. */
  @ParameterizedTest
  @ValueSource(strings = {"letter", "submission", "unit-call", "delivery", "mailing"})
  void claimsByAnIndexAndNotByTheWholeTable(String name) throws IOException {
    String claim = Files.readString(Path.of("src/main/resources/sql/h2/claim-" + name + ".sql"));
    String update = claim.substring(claim.indexOf("update"), claim.lastIndexOf(')'));
    String plan = store.jdbc().sql("explain " + update).query(String.class).single();
    assertThat(plan).doesNotContain(".tableScan");
    String table = name.replace('-', '_').toUpperCase(Locale.ROOT);
    assertThat(plan).doesNotContain("/* PUBLIC." + table + "_FAILED */");
  }

  @Test
  void findsTheOpenDraftsByAnIndex() {
    for (String where : List.of("open_key = '1'", "open_key > '' order by open_key")) {
      assertThat(plan("select doc from call_draft where " + where))
          .contains("PUBLIC.CONSTRAINT_INDEX")
          .doesNotContain("tableScan");
    }
  }

  /** Every list of the inbox walks an index in its order, and counts without reading a record. */
  @ParameterizedTest
  @MethodSource("filters")
  void readsEveryListByAnIndexInItsOrder(Filters.OfSubmissions filter, String index) {
    List<String> told = new ArrayList<>();
    JdbcClient jdbc = JdbcClient.create(new ToldStatements(store.source(), told));
    Place place = new Place(StoreFixture.NOW, "SJ-2020-000001");
    for (Window window :
        List.of(Window.first(50), new Window(50, Optional.of(place)), Window.before(50, place))) {
      SubmissionList.keys(filter).newestFirst(jdbc, window, (row, n) -> row.getString(2));
    }
    SubmissionList.counts(jdbc, filter);
    assertThat(told).hasSize(4);
    assertThat(told.subList(0, 3))
        .allSatisfy(sql -> assertThat(plan(sql)).contains("PUBLIC." + index, "/* index sorted */"));
    assertThat(plan(told.get(3))).contains("PUBLIC.SUBMISSION_").doesNotContain("tableScan");
  }

  /** What waits for its sender is found among thousands that do not. */
  @Test
  void readsWhoWaitsAndWhoSpeaksByAnIndex() {
    List<String> told = new ArrayList<>();
    JdbcClient jdbc = JdbcClient.create(new ToldStatements(store.source(), told));
    SqlSenders senders = new SqlSenders(new Book(jdbc, store.manager(), store.mapper, store.clock));
    Place place = new Place(StoreFixture.NOW, "SJ-2020-000001");
    senders.waiting();
    senders.waiting(Window.first(20));
    senders.waiting(new Window(20, Optional.of(place)));
    senders.waitingAt("a@b.example.org", 10);
    senders.deliveredFor("a@b.example.org", 5);
    senders.at("a@b.example.org");
    senders.of(Samples.UNIT);
    for (Optional<Boolean> holding : List.of(Optional.<Boolean>empty(), Optional.of(true))) {
      senders.list(
          new Filters.OfSenders(Optional.empty(), Optional.empty(), holding), Window.first(20));
    }
    assertThat(told).hasSize(9);
    assertThat(told.subList(0, 5))
        .allSatisfy(sql -> assertThat(plan(sql)).contains("PUBLIC.SUBMISSION_BY_SENDER"));
    assertThat(told).allSatisfy(sql -> assertThat(plan(sql)).doesNotContain("tableScan"));
    assertThat(told.subList(7, 9))
        .allSatisfy(sql -> assertThat(plan(sql)).contains("/* index sorted */"));
  }

  /** So does every list of dossiers. */
  @ParameterizedTest
  @MethodSource("dossierFilters")
  void readsEveryListOfDossiersByAnIndex(Filters.OfDossiers filter, String index) {
    List<String> told = new ArrayList<>();
    JdbcClient jdbc = JdbcClient.create(new ToldStatements(store.source(), told));
    new SqlRecords(jdbc, store.limit(Duration.ofSeconds(5)), Json.mapper())
        .dossiers(filter, Window.first(50));
    assertThat(
            plan(
                told.stream()
                    .filter(sql -> sql.startsWith("select doc"))
                    .findFirst()
                    .orElseThrow()))
        .contains("PUBLIC." + index)
        .doesNotContain("tableScan");
  }

  static Stream<Arguments> dossierFilters() {
    return Stream.of(
        arguments(dossiers(Optional.empty(), Optional.empty(), Optional.empty()), "DOSSIER_NEWEST"),
        arguments(
            dossiers(Optional.of(DossierState.IN_REVIEW), Optional.empty(), Optional.empty()),
            "DOSSIER_BY_STATE"),
        arguments(
            dossiers(Optional.empty(), Optional.of("zjc"), Optional.empty()),
            "DOSSIER_BY_DEPARTMENT"),
        arguments(
            dossiers(Optional.empty(), Optional.empty(), Optional.of("张三")), "DOSSIER_BY_NAME"));
  }

  private static Filters.OfDossiers dossiers(
      Optional<DossierState> state, Optional<String> department, Optional<String> text) {
    return new Filters.OfDossiers(
        state,
        Optional.empty(),
        Optional.empty(),
        department,
        Optional.empty(),
        text,
        Optional.empty());
  }

  private String plan(String sql) {
    try (Connection connection = store.source().getConnection();
        PreparedStatement explain = connection.prepareStatement("explain " + sql)) {
      for (int i = 1; i <= explain.getParameterMetaData().getParameterCount(); i++) {
        explain.setString(i, "1");
      }
      ResultSet plan = explain.executeQuery();
      plan.next();
      return plan.getString(1);
    } catch (SQLException refused) {
      throw new IllegalStateException(sql, refused);
    }
  }

  static Stream<Arguments> filters() {
    Filters.OfSubmissions all = Filters.OfSubmissions.ALL;
    Optional<CallId> call = Optional.of(Samples.CALL);
    Optional<UnitCode> unit = Optional.of(Samples.UNIT);
    return Stream.of(
        arguments(all, "SUBMISSION_NEWEST"),
        arguments(all.in(Optional.of(SubmissionState.UNASSIGNED)), "SUBMISSION_"),
        arguments(
            new Filters.OfSubmissions(Optional.empty(), call, Optional.empty(), Optional.empty()),
            "SUBMISSION_BY_CALL"),
        arguments(
            new Filters.OfSubmissions(Optional.empty(), Optional.empty(), unit, Optional.empty()),
            "SUBMISSION_BY_UNIT"),
        arguments(
            new Filters.OfSubmissions(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(Channel.EMAIL)),
            "SUBMISSION_BY_CHANNEL"),
        arguments(
            new Filters.OfSubmissions(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new Filters.Words("zip", Set.of())),
                Optional.of(StoreFixture.NOW),
                Optional.empty()),
            "SUBMISSION_NEWEST"));
  }

  /** Tells what a pool's connections prepare. */
  private static final class ToldStatements extends DelegatingDataSource {
    private final List<String> told;

    ToldStatements(DataSource real, List<String> told) {
      super(real);
      this.told = told;
    }

    @Override
    public Connection getConnection() throws SQLException {
      Connection real = super.getConnection();
      return (Connection)
          Proxy.newProxyInstance(
              Connection.class.getClassLoader(),
              new Class<?>[] {Connection.class},
              (proxy, method, words) -> {
                if (method.getName().equals("prepareStatement")) {
                  told.add(String.valueOf(words[0]));
                }
                return method.invoke(real, words);
              });
    }
  }
}
