package cn.baosong.store;

import cn.baosong.core.notice.Letter;
import cn.baosong.core.notice.LetterState;
import cn.baosong.core.submission.Digest;
import cn.baosong.core.submission.Receipt;
import cn.baosong.core.submission.Submission;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Proves that originals are byte-identical, that no act was changed, and that database, journal and
 * archive tell the same (contract.md 8). It only reads; the office may run meanwhile.
 */
public final class Verification {
  /** Told at most: the first few say what happened. */
  private static final int MOST_FAULTS = 1000;

  private static final int AT_ONCE = 100;

  private final JdbcClient jdbc;
  private final JournalRows rows;
  private final FileArchive archive;
  private final Path journal;
  private final Path notices;
  private final Docs docs;
  private final List<String> faults = new ArrayList<>();
  private long originals;

  public Verification(
      DataSource source,
      PlatformTransactionManager manager,
      FileArchive archive,
      Path home,
      ObjectMapper mapper) {
    this.jdbc = JdbcClient.create(source);
    this.rows = new JournalRows(jdbc, manager, Dialect.of(source));
    this.archive = archive;
    this.journal = Journal.directory(home);
    this.notices = home.toAbsolutePath().resolve("notices");
    this.docs = new Docs(mapper);
  }

  /**
   * What was proven.
   *
   * @param acts of the journal
   * @param originals in the archive that belong to a submission
   * @param faults what is not as it should be, one sentence each, in English
   */
  public record Result(long acts, long originals, List<String> faults) {
    public boolean isSound() {
      return faults.isEmpty();
    }
  }

  /** Runs once; takes as long as reading every original takes. */
  public Result run() throws IOException {
    long acts = new ChainProof(rows, journal, found -> fault(found.english()), read -> {}).run();
    for (Table table : Table.values()) {
      records(table);
    }
    submissions();
    letters();
    return new Result(acts, originals, List.copyOf(faults));
  }

  /** Each record is what its last event says. */
  private void records(Table table) {
    if (table == Table.NONE) {
      return;
    }
    String sql =
        "select t.%s from %s t where t.doc <> coalesce((select e.doc from event e"
            + " where e.subject = t.%s and e.record = ? order by e.ord desc"
            + " fetch first 1 rows only), '') fetch first 100 rows only";
    jdbc.sql(sql.formatted(table.key(), table.sqlName(), table.key()))
        .param(table.name())
        .query(String.class)
        .list()
        .forEach(key -> fault(table.sqlName() + " " + key + " is not what its last event says"));
  }

  private void submissions() throws IOException {
    String last = "";
    List<Submission> some = after(last);
    while (!some.isEmpty()) {
      for (Submission submission : some) {
        submission(submission);
        last = submission.number().value();
      }
      some = after(last);
    }
  }

  private List<Submission> after(String last) {
    return jdbc
        .sql("select doc from submission where number > ? order by number fetch first ? rows only")
        .params(last, AT_ONCE)
        .query(String.class)
        .list()
        .stream()
        .map(doc -> docs.read(doc, Submission.class))
        .toList();
  }

  private void submission(Submission submission) throws IOException {
    Digest digest = submission.first().digest();
    Path original = archive.original(digest);
    boolean sealed = Files.exists(Seals.tombstone(original));
    if (sealed && Files.exists(original)) {
      fault(submission.number() + ": the original " + digest.brief() + " is not sealed any more");
    }
    Path bytes = sealed ? archive.sealedBytes(digest) : original;
    if (Files.exists(bytes)) {
      originals++;
      if (!digestOf(bytes).equals(digest.hex())) {
        fault(submission.number() + ": the original " + digest.brief() + " was changed");
      }
    } else if (!sealed) {
      fault(submission.number() + ": the original " + digest.brief() + " is missing");
      return;
    }
    for (Receipt receipt : submission.receipts()) {
      if (!Files.exists(archive.evidence(receipt))) {
        fault(submission.number() + ": the evidence of receipt " + receipt.id() + " is missing");
      }
    }
  }

  /** What was sent lies beside the state, under the name that the letter gives itself. */
  private void letters() {
    String last = "";
    List<Letter> some = lettersAfter(last);
    while (!some.isEmpty()) {
      for (Letter letter : some) {
        if (letter.state() == LetterState.SENT) {
          printed(letter);
        }
        last = letter.id();
      }
      some = lettersAfter(last);
    }
  }

  private List<Letter> lettersAfter(String last) {
    return jdbc
        .sql("select doc from letter where id > ? order by id fetch first ? rows only")
        .params(last, AT_ONCE)
        .query(String.class)
        .list()
        .stream()
        .map(doc -> docs.read(doc, Letter.class))
        .toList();
  }

  private void printed(Letter letter) {
    Path folder = notices.resolve(letter.folder());
    for (String suffix : List.of("pdf", "txt", "json")) {
      String name = letter.fileStem() + "." + suffix;
      if (!Files.exists(folder.resolve(name))) {
        fault(letter.folder() + ": the letter " + name + " was sent and is missing");
      }
    }
  }

  private static String digestOf(Path file) throws IOException {
    MessageDigest sha = Columns.sha256();
    try (InputStream bytes = new DigestInputStream(Files.newInputStream(file), sha)) {
      bytes.transferTo(OutputStream.nullOutputStream());
    }
    return HexFormat.of().formatHex(sha.digest());
  }

  private void fault(String sentence) {
    if (faults.size() < MOST_FAULTS) {
      faults.add(sentence);
    }
  }
}
