package cn.baosong.camel.folder;

import cn.baosong.desk.Reconciliation;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Entries that could not be taken, each by name and reason, and when each is tried again. */
final class Troubles {
  private static final Logger LOG = LoggerFactory.getLogger(Troubles.class);
  private static final Duration LONGEST = Duration.ofMinutes(5);

  /** Names kept at a time; those beyond are tried at every look and not listed. */
  private static final int MOST = 10_000;

  private static final int MOST_LEFT_OUT = 100;

  private final Map<Path, Trouble> troubles = new HashMap<>();
  private final Deque<Reconciliation.Item> leftOut = new ArrayDeque<>();

  private record Trouble(Reconciliation.Item item, int tries, Instant next) {}

  boolean isDue(Path entry, Instant now) {
    Trouble trouble = troubles.get(entry);
    return trouble == null || !now.isBefore(trouble.next);
  }

  boolean isClear(Path entry) {
    return !troubles.containsKey(entry);
  }

  /** Tried again after 1, 2, 4 … seconds, at last every five minutes. */
  void tell(Path entry, String why, Instant now) {
    Trouble before = troubles.get(entry);
    int tries = before == null ? 1 : before.tries + 1;
    Duration pause = Duration.ofSeconds(1L << Math.min(tries - 1, 9));
    Instant since = before == null ? now : before.item.since().orElse(now);
    String name = RawNames.shown(entry);
    if (before == null && troubles.size() >= MOST) {
      return;
    }
    if (before == null || !before.item.reason().equals(why)) {
      LOG.warn("收件夹里有一项{}（名称见“渠道与对账”）", why);
    }
    troubles.put(
        entry,
        new Trouble(
            new Reconciliation.Item(name, why, Optional.of(since)),
            tries,
            now.plus(pause.compareTo(LONGEST) < 0 ? pause : LONGEST)));
  }

  /** In words for a clerk; a path or a class name would tell nothing. */
  static String reason(Exception failure) {
    if (failure instanceof AccessDeniedException) {
      return "没有读取权限，请管理员授权；将继续重试";
    }
    String said = said(failure);
    if (said.equals("File name too long")) {
      return "的路径超过系统允许的长度，取不走，请压缩后再放";
    }
    return "暂时取不走（可能正被 Excel 等程序占用：" + said + "），关闭后自动取件，将继续重试";
  }

  /** What the system said; a path would show names that may not be shown. */
  static String said(Exception failure) {
    if (failure instanceof FileSystemException system) {
      return system.getReason() == null ? failure.getClass().getSimpleName() : system.getReason();
    }
    return String.valueOf(failure.getMessage());
  }

  /** Links and special files in a folder that was taken: nobody else would tell of them. */
  void leftOut(Path entry, List<String> names, Instant now) {
    if (!names.isEmpty()) {
      String name = RawNames.shown(entry);
      String why = "内有链接或特殊文件，未取：" + String.join("、", names);
      LOG.warn("收件夹里有一项内有链接或特殊文件，未取（名称见“渠道与对账”）");
      leftOut.add(new Reconciliation.Item(name, why, Optional.of(now)));
      if (leftOut.size() > MOST_LEFT_OUT) {
        leftOut.remove();
      }
    }
  }

  void over(Path entry) {
    troubles.remove(entry);
  }

  void keepOnly(Set<Path> present) {
    troubles.keySet().retainAll(present);
  }

  List<Reconciliation.Item> items() {
    return Stream.concat(troubles.values().stream().map(Trouble::item), leftOut.stream()).toList();
  }
}
