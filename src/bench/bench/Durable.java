package bench;

import cn.baosong.core.submission.Channel;
import cn.baosong.core.submission.Interval;
import cn.baosong.core.submission.Receipt;
import cn.baosong.core.submission.TimeEvidence;
import cn.baosong.core.submission.TrustClass;
import cn.baosong.desk.Arrival;
import cn.baosong.desk.Barrier;
import cn.baosong.desk.Reception;
import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Hop 2 alone, from bytes to "it may be acknowledged": how many a second, by how many senders. */
final class Durable {
  private static final int BYTES = 2_000;

  private final Path folder;
  private final Reception reception;
  private final Barrier barrier;

  Durable(Path folder, Reception reception, Barrier barrier) {
    this.folder = folder;
    this.reception = reception;
    this.barrier = barrier;
  }

  /** The floor: the same bytes appended to one file, and forced each time. */
  double appended(int count) throws Exception {
    try (FileChannel file =
        FileChannel.open(
            folder.resolve("floor"),
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.APPEND)) {
      long from = System.nanoTime();
      for (int i = 0; i < count; i++) {
        file.write(ByteBuffer.wrap(bytes()));
        file.force(false);
      }
      return count / ((System.nanoTime() - from) / 1e9);
    }
  }

  /** Packages a second that are registered and on disk. */
  double received(int senders, int each) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(senders);
    try {
      long from = System.nanoTime();
      List<Future<Void>> all = new ArrayList<>();
      for (int i = 0; i < senders; i++) {
        all.add(pool.submit(sender(each)));
      }
      for (Future<Void> one : all) {
        one.get();
      }
      return senders * each / ((System.nanoTime() - from) / 1e9);
    } finally {
      pool.shutdown();
    }
  }

  private Callable<Void> sender(int count) {
    return () -> {
      for (int i = 0; i < count; i++) {
        Receipt receipt = reception.archive(arrival(), new ByteArrayInputStream(bytes()));
        reception.register(receipt);
        barrier.await();
      }
      return null;
    };
  }

  private static Arrival arrival() {
    Instant at = Instant.parse("2020-03-16T01:00:00Z");
    return new Arrival(
        Channel.API,
        UUID.randomUUID().toString(),
        "bench.bin",
        Optional.empty(),
        Optional.empty(),
        TimeEvidence.of(new Interval(at, at), "bench", TrustClass.A));
  }

  private static byte[] bytes() {
    byte[] bytes = new byte[BYTES];
    ByteBuffer.wrap(bytes).putLong(System.nanoTime()).put(UUID.randomUUID().toString().getBytes(
        java.nio.charset.StandardCharsets.US_ASCII));
    return bytes;
  }
}
