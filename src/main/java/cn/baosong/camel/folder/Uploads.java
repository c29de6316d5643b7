package cn.baosong.camel.folder;

import cn.baosong.desk.Reconciliation;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Uploads under an unfinished name: taken once renamed, listed when nothing happens any more. */
final class Uploads {
  private final FolderPatience patience;
  private Map<Object, Upload> before = new HashMap<>();
  private Map<Object, Upload> now = new HashMap<>();

  /**
   * @param name that it will have
   */
  private record Upload(String name, Sighting sighting) {}

  Uploads(FolderPatience patience) {
    this.patience = patience;
  }

  /** An upload that has rested too long; by whose clock does not matter, since it is only told. */
  Optional<Reconciliation.Item> regard(
      Path entry, BasicFileAttributes attributes, Snapshot snapshot, Instant seen) {
    Object key = key(entry, attributes);
    Upload known = before.get(key);
    Sighting sighting =
        (known == null ? Sighting.first(Optional.empty(), seen) : known.sighting)
            .again(snapshot, seen);
    if (now.size() < patience.mostWatched()) {
      now.put(key, new Upload(EntryNames.finished(RawNames.decoded(entry)), sighting));
    }
    Instant since =
        snapshot.changed().isBefore(sighting.unchangedSince())
            ? snapshot.changed()
            : sighting.unchangedSince();
    return Duration.between(since, seen).compareTo(patience.unfinished()) < 0
        ? Optional.empty()
        : Optional.of(
            new Reconciliation.Item(
                RawNames.shown(entry), "上传未完成，已久无动静，请联系报送单位重传", Optional.of(since)));
  }

  /** The same file, by what the file system calls it, that lay there under its unfinished name. */
  boolean lostItsSuffix(Path entry, BasicFileAttributes attributes) {
    Upload upload = before.get(key(entry, attributes));
    return upload != null && upload.name.equals(RawNames.decoded(entry));
  }

  void endLook() {
    before = now;
    now = new HashMap<>();
  }

  private static Object key(Path entry, BasicFileAttributes attributes) {
    Object key = attributes.fileKey();
    return key == null ? entry : key;
  }
}
