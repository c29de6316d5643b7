package cn.baosong.reader.pack;

import cn.baosong.core.submission.Opened;
import cn.baosong.reader.archive.OpenedArchive;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Several files that are one package: each with a list of its own is read by itself and added to
 * the others; papers without a list go with the first that has one.
 */
final class PartsDoor {
  /** How the papers of one package are read. */
  interface Door {
    Opened read(OpenedArchive archive) throws IOException;
  }

  private final Door door;

  PartsDoor(Door door) {
    this.door = door;
  }

  Opened read(OpenedArchive joined) throws IOException {
    Map<String, OpenedArchive> listed = listed(joined.parts());
    List<Opened> read = new ArrayList<>();
    for (Map.Entry<String, OpenedArchive> part : listed.entrySet()) {
      Opened opened = door.read(part.getValue());
      if (opened.outcome() != Opened.Outcome.READ) {
        return opened;
      }
      read.add(opened.inFolder(part.getKey()));
    }
    return read.stream().reduce(Opened::and).orElseThrow();
  }

  /** What has no list of its own goes with the first that has; where none has, all are one. */
  private static Map<String, OpenedArchive> listed(Map<String, OpenedArchive> parts) {
    Map<String, OpenedArchive> listed = new LinkedHashMap<>(parts);
    listed.values().removeIf(part -> !hasList(part));
    String first =
        listed.isEmpty() ? parts.keySet().iterator().next() : listed.keySet().iterator().next();
    OpenedArchive whole = Objects.requireNonNull(parts.get(first));
    for (Map.Entry<String, OpenedArchive> part : parts.entrySet()) {
      if (!part.getKey().equals(first) && !hasList(part.getValue())) {
        whole = whole.with(part.getKey(), part.getValue());
      }
    }
    listed.put(first, whole);
    return listed;
  }

  private static boolean hasList(OpenedArchive part) {
    return StrictDoor.fits(part) || HandMadeDoor.fits(part);
  }
}
