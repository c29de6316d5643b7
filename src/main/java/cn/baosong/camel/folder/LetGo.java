package cn.baosong.camel.folder;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.util.FileSystemUtils;

/**
 * What was archived, kept a while under {@code .claimed/.let-go/}: a writer that held a file open
 * when it was claimed writes on into it, whatever its name. What has changed since it was read is
 * not deleted but comes back as a delivery of its own.
 */
final class LetGo {
  static final String FOLDER = ".let-go";

  private final ObjectMapper json;

  LetGo(ObjectMapper json) {
    this.json = json;
  }

  /**
   * @param print fingerprint of what was read
   * @param at when it was let go, in machine time
   */
  record Rest(Claim claim, String print, Instant at) {}

  void put(Path shelf, Claim claim, String print, Instant now) throws IOException {
    Path place = Files.createDirectories(shelf.resolve(FOLDER));
    Path data = shelf.resolve(claim.id() + ".data");
    if (Files.exists(data, LinkOption.NOFOLLOW_LINKS)) {
      json.writeValue(place.resolve(claim.id() + ".json").toFile(), new Rest(claim, print, now));
      Files.move(data, place.resolve(claim.id() + ".data"), StandardCopyOption.ATOMIC_MOVE);
    }
  }

  /** Claims whose bytes grew after they were read; all others whose time is up are deleted. */
  List<Claim> sweep(Path shelf, Duration after, Instant now, Runnable step) throws IOException {
    Path place = shelf.resolve(FOLDER);
    List<Claim> grown = new ArrayList<>();
    if (!Files.isDirectory(place)) {
      return grown;
    }
    try (DirectoryStream<Path> notes = Files.newDirectoryStream(place, "*.{json,gone}")) {
      for (Path note : notes) {
        step.run();
        if (note.toString().endsWith(".gone")) {
          FileSystemUtils.deleteRecursively(note);
        } else {
          Optional<Rest> rest = read(note);
          if (rest.filter(r -> !now.isBefore(r.at.plus(after))).isPresent()
              && sweep(place, note, rest.get(), step)) {
            grown.add(rest.get().claim);
          }
        }
      }
    }
    return grown;
  }

  /** A note cut off by a crash tells nothing any more; what it spoke of is archived. */
  private Optional<Rest> read(Path note) throws IOException {
    try {
      return Optional.of(json.readValue(note.toFile(), Rest.class));
    } catch (JsonProcessingException cutOff) {
      String data = note.toString().replaceFirst("json$", "data");
      FileSystemUtils.deleteRecursively(Path.of(data));
      Files.deleteIfExists(note);
      return Optional.empty();
    } catch (NoSuchFileException goneMeanwhile) {
      return Optional.empty();
    }
  }

  private static boolean sweep(Path place, Path note, Rest rest, Runnable step) throws IOException {
    Path data = data(place, rest.claim);
    boolean there = Files.exists(data, LinkOption.NOFOLLOW_LINKS);
    if (there && !rest.print.equals(Snapshot.of(data, step).fingerprint())) {
      return true;
    }
    if (there) {
      // Loses its name first: half a deleted folder must not look like a changed one.
      Path gone = place.resolve(rest.claim.id() + ".gone");
      Files.move(data, gone, StandardCopyOption.ATOMIC_MOVE);
      FileSystemUtils.deleteRecursively(gone);
    }
    Files.deleteIfExists(note);
    return false;
  }

  static Path data(Path place, Claim claim) {
    return place.resolve(claim.id() + ".data");
  }

  void forget(Path shelf, Claim claim) throws IOException {
    Files.deleteIfExists(shelf.resolve(FOLDER).resolve(claim.id() + ".json"));
  }
}
