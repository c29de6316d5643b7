package bench;

import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Many officers who take one large case away at once. Whoever is told that too many do so comes
 * back when the answer says; each counts the bytes and their digest, and one looks into the bag.
 */
final class Crowd {
  private static final Pattern CASE = Pattern.compile("/queues/[^/\"]+/cases/[^\"]+\\.zip");
  private static final int BUSY = 503;

  private final Browser browser;
  private final AtomicInteger sentAway = new AtomicInteger();

  Crowd(int port) {
    this.browser = new Browser(port);
  }

  /**
   * What the crowd found.
   *
   * @param sentAway how often somebody was told to come back
   */
  record Found(int readers, long bytes, double seconds, int sentAway) {}

  /**
   * @throws IllegalStateException when anybody got other bytes than the first
   */
  Found takes(int readers, String department, String large, Path scratch) throws Exception {
    browser.logIn("admin", "bench-Only-1");
    URI packed = found(department);
    long start = System.nanoTime();
    ExecutorService crowd = Executors.newFixedThreadPool(readers);
    try {
      List<Future<String>> each = new ArrayList<>();
      for (int i = 0; i < readers; i++) {
        each.add(crowd.submit(() -> taken(packed, OutputStream.nullOutputStream())));
      }
      String first = each.get(0).get();
      for (Future<String> other : each) {
        if (!other.get().equals(first)) {
          throw new IllegalStateException("two readers got different bytes");
        }
      }
      double seconds = (System.nanoTime() - start) / 1e9;
      int away = sentAway.get();
      try (OutputStream out = Files.newOutputStream(scratch)) {
        if (!taken(packed, out).equals(first)) {
          throw new IllegalStateException("packed again it is another bag");
        }
      }
      holds(scratch, large);
      return new Found(readers, readers * Files.size(scratch), seconds, away);
    } finally {
      crowd.shutdownNow();
      Files.deleteIfExists(scratch);
    }
  }

  /** SHA-256 of what came. */
  private String taken(URI packed, OutputStream to) throws Exception {
    MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
    while (true) {
      HttpResponse<InputStream> answer =
          browser.get(packed, HttpResponse.BodyHandlers.ofInputStream());
      try (InputStream body = answer.body()) {
        if (answer.statusCode() == BUSY) {
          sentAway.incrementAndGet();
          body.readAllBytes();
          TimeUnit.SECONDS.sleep(answer.headers().firstValueAsLong("Retry-After").orElseThrow());
          continue;
        }
        if (answer.statusCode() != 200) {
          throw new IllegalStateException("answered " + answer.statusCode());
        }
        long came = new DigestInputStream(body, sha256).transferTo(to);
        if (came != answer.headers().firstValueAsLong("Content-Length").orElse(came)) {
          throw new IllegalStateException("cut off after " + came);
        }
        return HexFormat.of().formatHex(sha256.digest());
      }
    }
  }

  private static void holds(Path bag, String large) throws Exception {
    try (ZipFile zip = new ZipFile(bag.toFile(), StandardCharsets.UTF_8)) {
      ZipEntry video =
          zip.stream().filter(e -> e.getName().endsWith(".mp4")).findFirst().orElseThrow();
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      try (InputStream in = new DigestInputStream(zip.getInputStream(video), sha256)) {
        in.transferTo(OutputStream.nullOutputStream());
      }
      if (!HexFormat.of().formatHex(sha256.digest()).equals(large)) {
        throw new IllegalStateException("the bag holds another file than was sent");
      }
    }
  }

  private URI found(String department) throws Exception {
    Matcher link = CASE.matcher(browser.page("/queues/" + department));
    if (!link.find()) {
      throw new IllegalStateException("no case in the queue of " + department);
    }
    return browser.at(link.group());
  }
}
