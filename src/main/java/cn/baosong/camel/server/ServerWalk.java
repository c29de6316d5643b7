package cn.baosong.camel.server;

import cn.baosong.camel.folder.EntryNames;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;

/**
 * One walk through a folder of a server: so deep, so many entries, never out of it. What is no
 * package is counted; what should not be there is told.
 */
final class ServerWalk {
  private static final int TOLD = 20;

  private final Line line;
  private final ServerPlace place;
  private final String root;
  private final List<Found> files = new ArrayList<>();
  private final List<String> alerts = new ArrayList<>();
  private final List<String> probes = new ArrayList<>();
  private final Deque<Folder> folders = new ArrayDeque<>();
  private int entries;
  private int junk;
  private boolean cut;

  /**
   * A file, or a folder that is one package.
   *
   * @param path below the root
   * @param volumes that it comes in, or files that it holds; none where it is one file
   */
  record Found(String path, Entry entry, List<Found> volumes) {
    Found {
      volumes = List.copyOf(volumes);
    }

    Found(String path, Entry entry) {
      this(path, entry, List.of());
    }
  }

  private record Folder(String path, int depth) {}

  /**
   * What a walk brought.
   *
   * @param junk entries that are nobody's package
   * @param cut whether there was more than may be looked at
   * @param alerts in words for a clerk
   * @param probes names of the files that the office uploaded to itself
   */
  record Walked(
      List<Found> files, int junk, boolean cut, List<String> alerts, List<String> probes) {
    Walked {
      probes = List.copyOf(probes);
      files = List.copyOf(files);
      alerts = List.copyOf(alerts);
    }
  }

  ServerWalk(Line line, ServerPlace place, String root) {
    this.line = line;
    this.place = place;
    this.root = root;
  }

  Walked walk() throws IOException {
    folders.add(new Folder("", 1));
    while (!folders.isEmpty() && !cut) {
      Folder folder = folders.removeFirst();
      String at = folder.path().isEmpty() && !root.isEmpty() ? root : root + "/" + folder.path();
      Entry.Listing listing = listing(folder, at);
      entries += listing.entries().size();
      cut |= listing.cut();
      if (listing.unread() > 0) {
        alert("文件夹列表有 " + listing.unread() + " 行读不懂，可能有文件没有看到：" + shown(folder));
      }
      listing.entries().forEach(entry -> regard(entry, folder));
    }
    if (cut) {
      alert("文件太多，本次只看前 " + place.habits().entries() + " 个");
    }
    List<Found> packages = new PackageFolders(place.habits()).grouped(Volumes.grouped(files));
    return new Walked(packages, junk, cut, alerts, probes);
  }

  /** One folder that may not be seen hides none of the others. */
  private Entry.Listing listing(Folder folder, String at) throws IOException {
    try {
      return line.list(at, place.habits().entries() - entries);
    } catch (Line.Refusal no) {
      if (folder.depth() == 1) {
        throw no;
      }
      alert("文件夹打不开：" + shown(folder));
      return new Entry.Listing(List.of(), false, 0);
    }
  }

  private String shown(Folder folder) {
    return folder.path().isEmpty()
        ? place.folder()
        : ServerNames.decoded(folder.path(), place.habits());
  }

  private void regard(Entry entry, Folder folder) {
    String name = entry.name();
    String shown = ServerNames.decoded(name, place.habits());
    if (!ServerNames.staysInside(name, place.habits())) {
      alert("名称指向文件夹之外或含控制字符，没有取：" + ServerKeys.written(name));
    } else if (folder.path().isEmpty() && ServerProbing.isNamed(name)) {
      probes.add(name);
    } else if (isOurs(name, folder) || EntryNames.isJunk(shown)) {
      junk++;
    } else {
      take(entry, folder, shown);
    }
  }

  private void take(Entry entry, Folder folder, String shown) {
    String path = folder.path().isEmpty() ? entry.name() : folder.path() + "/" + entry.name();
    switch (entry.kind()) {
      case FILE -> files.add(new Found(path, entry));
      case FOLDER -> {
        if (folder.depth() < place.habits().depth()) {
          folders.add(new Folder(path, folder.depth() + 1));
        } else {
          alert("文件夹层数太多，没有再往下看：" + shown);
        }
      }
      case LINK -> alert("是链接，没有取：" + shown);
      case OTHER -> alert("不是普通文件，没有取：" + shown);
    }
  }

  /** What the office itself put there. */
  private boolean isOurs(String name, Folder folder) {
    return switch (place.after()) {
      case KEEP -> false;
      case MOVE -> folder.path().isEmpty() && name.equals(place.moveTo());
      case RENAME -> name.toLowerCase(Locale.ROOT).endsWith("." + place.moveTo());
    };
  }

  private void alert(String words) {
    if (alerts.size() < TOLD) {
      alerts.add(words);
    }
  }
}
