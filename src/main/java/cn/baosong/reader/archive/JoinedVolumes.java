package cn.baosong.reader.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts the volumes of one archive together that lie side by side: {@code a.zip.001 …}, {@code
 * a.7z.001 …} one after another, and {@code a.z01 … a.zip} (APPNOTE.TXT 8) with its directory told
 * that all of it is one. A set with a gap, and volumes of a RAR, stay as they are and are told.
 */
final class JoinedVolumes {
  private static final Pattern PIECE =
      Pattern.compile("(?i)(.+\\.(?:zip|7z|rar|tar|tgz|gz|bz2|xz|zst))\\.(\\d{3})");
  private static final Pattern DISK = Pattern.compile("(?i)(.+)\\.z(\\d\\d)");

  private final Unpacking unpacking;

  JoinedVolumes(Unpacking unpacking) {
    this.unpacking = unpacking;
  }

  List<Found> joined(List<Found> files) {
    Map<String, SortedMap<Integer, Found>> sets = sets(files);
    List<Found> all = new ArrayList<>(files);
    for (Map.Entry<String, SortedMap<Integer, Found>> set : sets.entrySet()) {
      List<Found> volumes = List.copyOf(set.getValue().values());
      boolean whole = volumes.size() > 1 && set.getValue().lastKey() == volumes.size();
      if (whole && set.getValue().firstKey() == 1) {
        replace(all, volumes, set.getKey());
      }
    }
    return all;
  }

  private void replace(List<Found> all, List<Found> volumes, String path) {
    int mark = unpacking.workspace.mark();
    try {
      Found whole = one(path, volumes);
      all.set(all.indexOf(volumes.get(0)), whole);
      all.removeAll(volumes);
      volumes.forEach(each -> Workspace.drop(each.content().file()));
    } catch (Refusal refusal) {
      unpacking.workspace.dropSince(mark);
      unpacking.defects.add(refusal.forEntryOnly());
    }
  }

  /** The volumes of each archive by their number, which begins with one. */
  private static Map<String, SortedMap<Integer, Found>> sets(List<Found> files) {
    Map<String, SortedMap<Integer, Found>> sets = new LinkedHashMap<>();
    for (Found file : files) {
      Matcher piece = PIECE.matcher(file.path());
      Matcher disk = DISK.matcher(file.path());
      if (piece.matches()) {
        sets.computeIfAbsent(piece.group(1), s -> new TreeMap<>())
            .put(Integer.parseInt(piece.group(2)), file);
      } else if (disk.matches()) {
        sets.computeIfAbsent(disk.group(1) + ".zip", s -> new TreeMap<>())
            .put(Integer.parseInt(disk.group(2)), file);
      }
    }
    for (Found file : files) {
      for (Map.Entry<String, SortedMap<Integer, Found>> set : sets.entrySet()) {
        if (isLastDisk(file, set)) {
          set.getValue().put(set.getValue().lastKey() + 1, file);
        }
      }
    }
    return sets;
  }

  private static boolean isLastDisk(Found file, Map.Entry<String, SortedMap<Integer, Found>> set) {
    boolean disks =
        set.getValue().values().stream().allMatch(each -> DISK.matcher(each.path()).matches());
    return disks && file.path().equalsIgnoreCase(set.getKey());
  }

  private Found one(String path, List<Found> volumes) throws Refusal {
    String name = path.substring(path.lastIndexOf('/') + 1);
    Workspace.Stored whole;
    try (InputStream bytes = oneAfterAnother(volumes)) {
      whole = unpacking.workspace.keep(name, bytes, Long.MAX_VALUE);
    } catch (IOException ours) {
      throw new DiskFailure(ours);
    }
    if (DISK.matcher(volumes.get(0).path()).matches()) {
      List<Long> sizes = volumes.stream().map(each -> each.content().size()).toList();
      new SplitZip(whole.file(), name, sizes).toOneDisk();
    }
    Found first = volumes.get(0);
    List<String> segments = new ArrayList<>(first.segments());
    segments.set(segments.size() - 1, name);
    return new Found(List.copyOf(segments), Optional.empty(), whole, first.modified());
  }

  private static InputStream oneAfterAnother(List<Found> volumes) throws IOException {
    List<InputStream> streams = new ArrayList<>();
    for (Found each : volumes) {
      Path file = each.content().file();
      streams.add(Files.newInputStream(file));
    }
    return new SequenceInputStream(Collections.enumeration(streams));
  }
}
