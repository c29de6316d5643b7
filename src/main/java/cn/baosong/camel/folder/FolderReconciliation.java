package cn.baosong.camel.folder;

import cn.baosong.core.submission.Channel;
import cn.baosong.desk.Reconciliation;
import cn.baosong.desk.Submissions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * 对账 of the watched folder: what lies in it, what is claimed, and what of that is not registered
 * yet.
 */
public final class FolderReconciliation implements Reconciliation {
  private final Path inbox;
  private final Doorkeeper doorkeeper;
  private final ClaimShelf claims;
  private final Submissions submissions;

  public FolderReconciliation(
      Path inbox, Doorkeeper doorkeeper, ClaimShelf claims, Submissions submissions) {
    this.inbox = inbox.toAbsolutePath().normalize();
    this.doorkeeper = doorkeeper;
    this.claims = claims;
    this.submissions = submissions;
  }

  @Override
  public List<Source> sources() {
    List<Item> difference = new ArrayList<>(doorkeeper.waiting());
    Optional<String> error = Optional.empty();
    try {
      for (Claim claim : claims.held(inbox)) {
        if (submissions.byReceipt(Channel.FOLDER, claim.id()).isEmpty()) {
          difference.add(
              new Item(
                  claim.name(),
                  "已认领，尚未登记；未能落盘的材料每 30 秒重试一次",
                  Optional.of(claim.received().interval().latest())));
        }
      }
    } catch (IOException unreadable) {
      error = Optional.of("收件夹读不出，请检查磁盘和权限");
    }
    Optional<Instant> look = doorkeeper.lastLook();
    return List.of(
        new Source(
            "inbox",
            Channel.FOLDER,
            look,
            error.or(doorkeeper::lastFailure),
            difference.size(),
            submissions.arrivals(Channel.FOLDER),
            difference));
  }
}
