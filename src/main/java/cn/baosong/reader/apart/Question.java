package cn.baosong.reader.apart;

import cn.baosong.reader.archive.ArchiveLimits;
import java.util.Set;

/**
 * One package to read.
 *
 * @param original path of the stored bytes
 * @param name display name as it arrived
 * @param skipped SHA-256 of files that ended a reader before
 */
record Question(Setup setup, String original, String name, Set<String> skipped) {
  Question {
    skipped = Set.copyOf(skipped);
  }

  /**
   * What is the same for all packages of one reader.
   *
   * @param place folder of its own, emptied by whoever started it
   */
  record Setup(ArchiveLimits archive, int maxPages, String place) {}
}
