package cn.baosong.faults;

import java.util.Map;

/**
 * Something that was put into the inbox.
 *
 * @param unit whose story it is a part of; each unit has one
 * @param name unique among all drops
 * @param files SHA-256 of each file by its path within a folder; of the one file by {@code ""}
 */
public record Drop(Story story, String unit, String name, Map<String, String> files) {
  public Drop {
    files = Map.copyOf(files);
  }

  boolean isTree() {
    return !files.containsKey("");
  }
}
