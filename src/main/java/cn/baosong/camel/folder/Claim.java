package cn.baosong.camel.folder;

import cn.baosong.core.submission.TimeEvidence;
import java.util.List;
import java.util.Optional;

/**
 * The sidecar of a claimed entry: what was known of it before it got a name of our own.
 *
 * @param id ASCII name under {@code .claimed/}
 * @param name as the sender wrote it, decoded
 * @param rawName hex of the name's bytes on disk
 * @param folderUnit code of the unit whose folder it lay in
 * @param tree whether it is a folder
 * @param received when it arrived
 * @param skipped symbolic links and special files inside that were left out
 */
public record Claim(
    String id,
    String name,
    String rawName,
    Optional<String> folderUnit,
    boolean tree,
    TimeEvidence received,
    List<String> skipped) {
  public Claim {
    skipped = List.copyOf(skipped);
  }
}
