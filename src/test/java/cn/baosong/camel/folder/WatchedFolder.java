package cn.baosong.camel.folder;

import cn.baosong.core.call.Unit;
import cn.baosong.core.call.UnitCode;
import cn.baosong.desk.MovedClock;
import cn.baosong.desk.Reconciliation;
import cn.baosong.desk.Units;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** What the tests of a watched folder share: the folder, a clock that steps, what was claimed. */
abstract class WatchedFolder {
  static final Duration QUIET = Duration.ofSeconds(3);
  static final FolderPatience PATIENCE =
      new FolderPatience(
          QUIET,
          Duration.ofMinutes(2),
          Duration.ofHours(6),
          Duration.ofSeconds(30),
          Duration.ofMinutes(1));
  static final Unit CITY =
      new Unit(
          new UnitCode("11990000000000001X"),
          "示例市人社局",
          List.of(),
          List.of(),
          List.of(),
          "",
          "",
          "");

  final ObjectMapper json = JsonMapper.builder().findAndAddModules().build();
  final MovedClock clock = new MovedClock(Clock.systemUTC().instant());
  Path inbox = Path.of("");
  Path state = Path.of("");

  @BeforeEach
  void folders(@TempDir Path folder) throws IOException {
    inbox = Files.createDirectory(folder.resolve("inbox"));
    state = folder.resolve("state/looks.properties");
  }

  void rest(Doorkeeper doorkeeper) throws IOException {
    clock.move(QUIET.plusSeconds(1));
    doorkeeper.claimStill(inbox.toString());
  }

  Doorkeeper doorkeeper() throws IOException {
    return doorkeeper(shelf());
  }

  Doorkeeper doorkeeper(ClaimShelf shelf) throws IOException {
    return doorkeeper(shelf, PATIENCE);
  }

  Doorkeeper doorkeeper(ClaimShelf shelf, FolderPatience patience) throws IOException {
    return new Doorkeeper(new OneUnit(), shelf, new LookTimes(state), clock, patience);
  }

  /** The patience of all, with so many entries and claims at a time. */
  static FolderPatience crowd(int mostWatched, int mostClaimed) {
    return new FolderPatience(
        QUIET,
        PATIENCE.unended(),
        PATIENCE.unfinished(),
        PATIENCE.hanging(),
        PATIENCE.letGo(),
        mostWatched,
        mostClaimed);
  }

  static List<Reconciliation.Item> waiting(Doorkeeper doorkeeper) {
    return doorkeeper.states().stream().flatMap(state -> state.waiting().stream()).toList();
  }

  ClaimShelf shelf() {
    return new ClaimShelf(json, i -> i, clock);
  }

  /** A name of these bytes, which no locale could spell. */
  Path named(byte[] bytes) {
    StringBuilder uri = new StringBuilder(inbox.toUri().toString());
    for (byte b : bytes) {
      uri.append(String.format(Locale.ROOT, "%%%02X", b));
    }
    return Path.of(URI.create(uri.toString()));
  }

  Path place() {
    return inbox.resolve(ClaimShelf.FOLDER);
  }

  List<Claim> claims() throws IOException {
    List<Claim> claims = new ArrayList<>();
    Path shelf = inbox.resolve(ClaimShelf.FOLDER);
    if (Files.exists(shelf)) {
      try (var sidecars = Files.newDirectoryStream(shelf, "*.json")) {
        for (Path sidecar : sidecars) {
          claims.add(json.readValue(sidecar.toFile(), Claim.class));
        }
      }
    }
    return claims;
  }

  static List<String> names(byte[] tar) throws IOException {
    List<String> names = new ArrayList<>();
    try (var in = new TarArchiveInputStream(new ByteArrayInputStream(tar))) {
      for (TarArchiveEntry e = in.getNextEntry(); e != null; e = in.getNextEntry()) {
        names.add(e.getName());
      }
    }
    return names;
  }

  static class OneUnit implements Units {
    @Override
    public Optional<Unit> find(UnitCode code) {
      return Optional.of(CITY).filter(unit -> unit.code().equals(code));
    }

    @Override
    public Optional<Unit> match(String words) {
      return Optional.of(CITY)
          .filter(unit -> unit.code().value().equals(words) || unit.name().equals(words));
    }

    @Override
    public List<Unit> all() {
      return List.of(CITY);
    }
  }
}
