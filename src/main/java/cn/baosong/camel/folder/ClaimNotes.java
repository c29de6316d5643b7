package cn.baosong.camel.folder;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.util.FileSystemUtils;

/**
 * What is known of each claim, in {@code <id>.json} beside it. It is written first, as {@code
 * <id>.making}, so that a crash at any step leaves either the entry in the inbox or a claim that
 * can be finished.
 */
final class ClaimNotes {
  /** Ends the name of what is being deleted. */
  static final String GONE = ".gone";

  /** Where camel-file puts the note of a claim that could not be received. */
  private static final String FAILED = ".failed";

  private final ObjectMapper json;

  ClaimNotes(ObjectMapper json) {
    this.json = json;
  }

  /** What is known of an entry stays before the entry gives up its name, which tells it too. */
  void write(Path shelf, Claim claim) throws IOException {
    try (FileChannel file =
        FileChannel.open(
            making(shelf, claim.id()), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      ByteBuffer left = ByteBuffer.wrap(json.writeValueAsBytes(claim));
      while (left.hasRemaining()) {
        file.write(left);
      }
      file.force(true);
    }
  }

  /** The entry was not taken after all. */
  void withdraw(Path shelf, Claim claim) throws IOException {
    Files.deleteIfExists(making(shelf, claim.id()));
  }

  /** The entry was taken: the pick-up may see it. */
  void publish(Path shelf, String id) throws IOException {
    Files.move(making(shelf, id), shelf.resolve(id + ".json"), StandardCopyOption.ATOMIC_MOVE);
  }

  /** Finishes claims that a crash interrupted. */
  void finish(Path shelf) throws IOException {
    try (DirectoryStream<Path> making = Files.newDirectoryStream(shelf, "*.{making,gone}")) {
      for (Path sidecar : making) {
        String id = stem(sidecar);
        if (sidecar.toString().endsWith(GONE)) {
          FileSystemUtils.deleteRecursively(sidecar);
        } else if (Files.exists(shelf.resolve(id + ".data"), LinkOption.NOFOLLOW_LINKS)) {
          publish(shelf, id);
        } else {
          Files.delete(sidecar);
        }
      }
    }
  }

  /** Puts back what could not be received. */
  void retry(Path shelf) throws IOException {
    for (Path sidecar : sidecars(shelf.resolve(FAILED))) {
      Files.move(sidecar, shelf.resolve(stem(sidecar) + ".json"), StandardCopyOption.ATOMIC_MOVE);
    }
  }

  /** Claims that are not let go yet, those that failed among them. */
  List<Claim> held(Path shelf) throws IOException {
    List<Claim> held = new ArrayList<>();
    for (Path folder : List.of(shelf, shelf.resolve(FAILED))) {
      for (Path sidecar : sidecars(folder)) {
        read(sidecar).ifPresent(held::add);
      }
    }
    return held;
  }

  /** Empty when the pick-up took it meanwhile; what is no note of ours fails there, and is told. */
  private Optional<Claim> read(Path sidecar) throws IOException {
    try {
      return Optional.of(json.readValue(Files.readAllBytes(sidecar), Claim.class));
    } catch (NoSuchFileException | JsonProcessingException gone) {
      return Optional.empty();
    }
  }

  private static List<Path> sidecars(Path folder) throws IOException {
    List<Path> sidecars = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "*.json")) {
        found.forEach(sidecars::add);
      }
    }
    return sidecars;
  }

  private static Path making(Path shelf, String id) {
    return shelf.resolve(id + ".making");
  }

  private static String stem(Path sidecar) {
    String name = RawNames.decoded(sidecar);
    return name.substring(0, name.lastIndexOf('.'));
  }
}
