package cn.baosong.camel.folder;

import java.time.Duration;

/**
 * How long a watched folder is waited for, in real time, and how much of it at a time.
 *
 * @param quiet how long an entry must not have changed before it is taken
 * @param unended how long an archive without its end, or a file without a byte, is waited for
 * @param unfinished how long an upload under an unfinished name may rest before it is listed
 * @param hanging how long the file system may take for one step before it counts as hanging
 * @param letGo how long what was archived is kept for a writer that still holds it open
 * @param mostWatched entries that are waited for at a time; the rest of a crowd has its turn when
 *     they are taken. About a kilobyte of memory each
 * @param mostClaimed claims that may wait for the pick-up before no more are made
 */
public record FolderPatience(
    Duration quiet,
    Duration unended,
    Duration unfinished,
    Duration hanging,
    Duration letGo,
    int mostWatched,
    int mostClaimed) {
  public FolderPatience(
      Duration quiet, Duration unended, Duration unfinished, Duration hanging, Duration letGo) {
    this(quiet, unended, unfinished, hanging, letGo, 10_000, 1_000);
  }
}
