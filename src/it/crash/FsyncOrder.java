package crash;

import cn.baosong.faults.ChildOffice;
import cn.baosong.faults.Drop;
import cn.baosong.faults.Rest;
import cn.baosong.faults.Season;
import cn.baosong.faults.Story;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Proves by {@code strace} of the running jar that each thing is on disk before the next rests on
 * it, since {@code kill -9} alone cannot: the page cache survives it.
 */
public final class FsyncOrder {
  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final String CALLS =
      "trace=write,pwrite64,fsync,fdatasync,rename,renameat2,unlink,unlinkat";

  private final Trace trace;
  private final List<String> shown = new ArrayList<>();

  private FsyncOrder(Trace trace) {
    this.trace = trace;
  }

  /** {@code FsyncOrder [folder]}; fails with the first thing out of order. */
  public static void main(String[] words) throws Exception {
    if (!Files.isExecutable(Path.of("/usr/bin/strace"))) {
      System.out.println("SKIPPED the order of fsync: no strace (apt-get install strace)");
      return;
    }
    System.setProperty("logback.configurationFile", "cn/baosong/cli/quiet-logback.xml");
    Path root =
        words.length > 0 ? Path.of(words[0]) : Files.createTempDirectory("baosong-strace");
    Season season = new Season(root, Path.of("forms"));
    Season.Parcel good = season.begin(Story.GOOD).get(0);
    Path file = root.resolve("strace.txt");
    run(season, good, file);
    new FsyncOrder(Trace.of(file)).prove(good.drop());
  }

  private static void run(Season season, Season.Parcel parcel, Path file) throws Exception {
    ChildOffice office =
        new ChildOffice(
            season, Path.of("routes"), List.of("-jar", "target/baosong.jar"), List.of());
    season.drop(parcel);
    ChildOffice.Running running =
        office.startUnder(List.of("strace", "-f", "-y", "-s", "300", "-e", CALLS, "-o", file.toString()));
    Rest rest = new Rest(season.home(), season.inbox());
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!rest.waiting().isEmpty() && System.nanoTime() < deadline) {
      running.ends(Duration.ofMillis(500));
    }
    // strace does not pass a signal on
    running.process().descendants().forEach(ProcessHandle::destroy);
    running.ends(PATIENCE);
    if (!rest.waiting().isEmpty()) {
      System.out.println("it did not come to rest under strace: " + rest.waiting());
    }
  }

  private void prove(Drop drop) {
    String digest = drop.files().values().iterator().next();
    Trace.Call claim = show(trace.first("fsync", ".making>"), "what is known of the entry, to disk");
    Trace.Call taken = show(trace.after(claim, "rename", drop.name(), ".data"), "the entry is claimed");
    Trace.Call named = trace.first("rename", "archive/tmp/", digest + "\"");
    Trace.Call bytes = show(forced(part(named), named), "the original's bytes, to disk");
    show(named, "the original gets its name");
    Trace.Call sidecar = trace.after(named, "rename", digest + ".", ".json");
    show(forced(part(sidecar), sidecar), "the evidence's bytes, to disk");
    show(sidecar, "the evidence gets its name");
    Trace.Call evidence = show(trace.after(sidecar, "fsync", folder(digest)), "both names, to disk");
    Trace.Call row = show(trace.after(evidence, "pwrite64", "baosong.mv.db"), "number and receipt, committed");
    Trace.Call line = trace.after(row, "write", "journal-", "SUBMISSION_RECEIVED");
    show(before(line, row, "baosong.mv.db"), "the database, to disk");
    show(line, "the act is appended to the journal");
    Trace.Call barrier = show(trace.after(line, "fsync", "journal-"), "the journal, to disk: the barrier");
    Trace.Call gone = trace.first("rename", ".data", ".let-go/");
    show(later(gone, barrier), "only now the inbox lets go");
    show(later(trace.first("unlink", ".claimed/", ".json"), barrier), "and its note");
    Trace.Call letter = trace.first("rename", "notices/", "001-RECEIPT.pdf");
    Trace.Call print = trace.first("fsync", ".001-RECEIPT.pdf.part");
    show(later(letter, print), "the receipt is printed, its bytes on disk");
    later(letter, barrier);
    ordered(taken, bytes);
    System.out.println("fsync order proved:");
    shown.forEach(step -> System.out.println("  " + step));
  }

  private static String part(Trace.Call rename) {
    Matcher part = Pattern.compile("tmp/([0-9a-f-]+\\.part)").matcher(rename.words());
    if (!part.find()) {
      throw new AssertionError("not from a temporary name: " + rename);
    }
    return part.group(1);
  }

  private static String folder(String digest) {
    return "archive/" + digest.substring(0, 2) + ">";
  }

  /** The fsync of a file, which must have returned before its rename was begun. */
  private Trace.Call forced(String part, Trace.Call rename) {
    Trace.Call force = trace.first("fsync", part + ">");
    ordered(force, rename);
    return force;
  }

  /** A sync of a file between two calls. */
  private Trace.Call before(Trace.Call line, Trace.Call row, String file) {
    Trace.Call sync =
        trace.calls().stream()
            .filter(c -> c.is("fsync", file) || c.is("fdatasync", file))
            .filter(c -> c.begun() > row.done() && c.done() < line.begun())
            .findFirst()
            .orElseThrow(() -> new AssertionError("no sync of " + file + " before " + line));
    return sync;
  }

  private static Trace.Call later(Trace.Call call, Trace.Call than) {
    ordered(than, call);
    return call;
  }

  private static void ordered(Trace.Call first, Trace.Call then) {
    if (then.begun() <= first.done()) {
      throw new AssertionError("out of order:\n  " + then + "\n  before\n  " + first);
    }
  }

  private Trace.Call show(Trace.Call call, String what) {
    String words = call.words().replaceAll("\"?[^\"<> ]*/(var|inbox)/", "$1/").replaceAll("\\s+", " ");
    shown.add(
        "%-9s %-90s %s"
            .formatted(call.name(), words.substring(0, Math.min(90, words.length())), what));
    return call;
  }
}
