package cn.baosong.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.baosong.config.StoredOffice;
import cn.baosong.core.submission.Submission;
import cn.baosong.desk.Act;
import cn.baosong.desk.Drill;
import cn.baosong.json.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** What {@code verify} tells of an office that is stopped, and what it makes anew. */
class StoredOfficeTest {
  @TempDir private Path home;

  @BeforeEach
  void receiveOnePackage() throws Exception {
    try (Connection connection = open()) {
      SingleConnectionDataSource source = new SingleConnectionDataSource(connection, true);
      JdbcTransactionManager manager = new JdbcTransactionManager(source);
      Flyway.configure().dataSource(source).load().migrate();
      FileArchive archive = new FileArchive(home, Json.mapper());
      Submission sample = Samples.submission(1);
      archive.keep(new ByteArrayInputStream(new byte[] {1}));
      archive.keepEvidence(sample.first());
      Clock clock = Clock.fixed(StoreFixture.NOW, ZoneOffset.UTC);
      Book book = new Book(JdbcClient.create(source), manager, Json.mapper(), clock);
      new SqlSubmissions(book).save(sample, Act.byMachine(Act.Kind.SUBMISSION_RECEIVED));
      try (Journal journal = Journal.start(source, manager, home, Json.mapper(), Drill.NONE)) {
        journal.await();
      }
    }
  }

  private Connection open() throws SQLException {
    Path file = home.toAbsolutePath().resolve("db").resolve("baosong");
    return DriverManager.getConnection("jdbc:h2:file:" + file, "sa", "");
  }

  private StoredOffice.Proof verify() throws IOException, StoredOffice.Unusable {
    return new StoredOffice(home, Optional.empty()).verify();
  }

  @Test
  void tellsOfAnOriginalThatIsMissing() throws Exception {
    StoredOffice.Proof proof = verify();
    assertThat(proof.acts()).isEqualTo(1);
    assertThat(proof.faults()).singleElement().asString().contains("is missing");
  }

  @Test
  void saysThatAnOfficeMustStopBeforeItsEmbeddedDatabaseIsReadOrRebuilt() throws Exception {
    Path file = home.resolve("db").resolve("baosong.mv.db");
    try (FileChannel running = FileChannel.open(file, StandardOpenOption.WRITE)) {
      assertThat(running.lock().isValid()).isTrue();
      StoredOffice office = new StoredOffice(home, Optional.empty());
      assertThatThrownBy(office::verify).hasMessageContaining("停止本办");
      assertThatThrownBy(office::rebuild).hasMessageContaining("停止它");
    }
  }

  @Test
  void makesADatabaseThatIsNoLongerReadableAnewAndKeepsTheOldOne() throws Exception {
    Path file = home.resolve("db").resolve("baosong.mv.db");
    byte[] ruined = new byte[(int) Files.size(file)];
    Files.write(file, ruined, StandardOpenOption.TRUNCATE_EXISTING);
    StoredOffice office = new StoredOffice(home, Optional.empty());
    assertThatThrownBy(office::verify).hasMessageContaining("数据库打不开");
    Path aside = office.rebuild().orElseThrow();
    assertThat(aside.resolve("baosong.mv.db")).hasBinaryContent(ruined);
    assertThat(verify().acts()).isEqualTo(1);
    assertThat(count("submission")).isEqualTo(1);
  }

  @Test
  void leavesTheDatabaseAsItWasWhenTheJournalIsBroken() throws Exception {
    Path journal = JournalFiles.list(Journal.directory(home)).get(0);
    Files.writeString(journal, Files.readString(journal).replace("RECEIVED", "PROCESSED"));
    Files.writeString(journal, "{}\n".repeat(1000), StandardOpenOption.APPEND);
    StoredOffice office = new StoredOffice(home, Optional.empty());
    assertThatThrownBy(office::rebuild).isInstanceOf(IOException.class);
    assertThat(count("submission")).isEqualTo(1);
  }

  @Test
  void saysHowToComeByADatabaseThatIsGone() throws Exception {
    Files.delete(home.resolve("db").resolve("baosong.mv.db"));
    assertThatThrownBy(this::verify).hasMessageContaining("--rebuild");
    assertThat(new StoredOffice(home, Optional.empty()).rebuild()).isEmpty();
    assertThat(count("submission")).isEqualTo(1);
  }

  private int count(String table) throws SQLException {
    try (Connection connection = open();
        Statement statement = connection.createStatement();
        var rows = statement.executeQuery("select count(*) from " + table)) {
      rows.next();
      return rows.getInt(1);
    }
  }
}
