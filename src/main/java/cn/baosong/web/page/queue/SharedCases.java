package cn.baosong.web.page.queue;

import cn.baosong.desk.CaseBag;
import cn.baosong.desk.CaseDesk;
import cn.baosong.desk.WholeCase;
import cn.baosong.web.Downloads;
import cn.baosong.web.TooManyDownloads;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/**
 * Cases packed on disk, each once for all who take it at the same time; the last of them has it
 * deleted. A case that has changed meanwhile is another one.
 */
@Component
final class SharedCases {
  /** Of the threads that answer requests, a fifth: slow lines keep no page waiting. */
  static final int READERS = 40;

  private final CaseBag bags;
  private final Downloads downloads;
  private final Map<WholeCase, Copy> copies = new HashMap<>();
  private int readers;

  @Autowired
  SharedCases(CaseDesk desk, Downloads downloads) {
    this(downloads, desk::pack);
  }

  SharedCases(Downloads downloads, CaseBag bags) {
    this.bags = bags;
    this.downloads = downloads;
  }

  /** One packed case and how many read it. */
  private static final class Copy {
    private final CompletableFuture<Path> packed = new CompletableFuture<>();
    private final Downloads.Place place;
    private int readers;

    Copy(Downloads.Place place) {
      this.place = place;
    }
  }

  /** What is done with the packed case. */
  @FunctionalInterface
  interface Reader {
    void read(Path zip) throws IOException;
  }

  /**
   * @throws TooManyDownloads when too many cases are packed, or too many people take one
   */
  void read(WholeCase file, Reader reader) throws IOException {
    Copy copy = join(file);
    try {
      reader.read(copy.packed.join());
    } catch (CompletionException failed) {
      throw new IOException("the case could not be packed", failed.getCause());
    } finally {
      leave(file, copy);
    }
  }

  private Copy join(WholeCase file) {
    Copy copy;
    boolean first;
    synchronized (copies) {
      if (readers >= READERS) {
        throw new TooManyDownloads();
      }
      first = !copies.containsKey(file);
      copy = copies.computeIfAbsent(file, unpacked -> new Copy(downloads.take()));
      copy.readers++;
      readers++;
    }
    if (first) {
      pack(file, copy);
    }
    return copy;
  }

  /** A failure is told to everybody who waits for it. */
  private void pack(WholeCase file, Copy copy) {
    try {
      Path folder = Files.createTempDirectory("baosong-case");
      Path zip = folder.resolve(file.dossier().number().value() + ".zip");
      try {
        bags.pack(file, zip);
      } catch (IOException | RuntimeException failed) {
        FileSystemUtils.deleteRecursively(folder);
        throw failed;
      }
      copy.packed.complete(zip);
    } catch (IOException | RuntimeException failed) {
      copy.packed.completeExceptionally(failed);
    }
  }

  private void leave(WholeCase file, Copy copy) throws IOException {
    synchronized (copies) {
      readers--;
      copy.readers--;
      if (copy.readers > 0) {
        return;
      }
      copies.remove(file);
    }
    try {
      if (!copy.packed.isCompletedExceptionally()) {
        FileSystemUtils.deleteRecursively(copy.packed.join().getParent());
      }
    } finally {
      copy.place.close();
    }
  }
}
