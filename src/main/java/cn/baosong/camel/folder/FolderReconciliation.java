package cn.baosong.camel.folder;

import cn.baosong.core.submission.Channel;
import cn.baosong.desk.Reconciliation;
import cn.baosong.desk.Submissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * 对账 of the watched folder: what lies in it, what is claimed, and what of that is not registered
 * yet.
 */
public final class FolderReconciliation implements Reconciliation {
  private final Doorkeeper doorkeeper;
  private final Submissions submissions;
  private final UnaryOperator<Instant> officeTime;

  /**
   * @param officeTime shifts an observed instant by the office clock's offset (decisions.md 16)
   */
  public FolderReconciliation(
      Doorkeeper doorkeeper, Submissions submissions, UnaryOperator<Instant> officeTime) {
    this.doorkeeper = doorkeeper;
    this.submissions = submissions;
    this.officeTime = officeTime;
  }

  @Override
  public List<Source> sources() {
    List<Item> difference = new ArrayList<>();
    int unnamed = 0;
    for (FolderState folder : doorkeeper.states()) {
      folder.waiting().stream().map(this::inOfficeTime).forEach(difference::add);
      folder.held().stream()
          .flatMap(claim -> unregistered(claim).stream())
          .forEach(difference::add);
      unnamed += folder.unnamed();
    }
    long whole = difference.stream().filter(item -> !item.underway()).count() + unnamed;
    if (unnamed > 0) {
      difference.add(new Item("", "另有 " + unnamed + " 个未逐一列名，依次取件", Optional.empty()));
    }
    return List.of(
        new Source(
            FolderProbing.SOURCE,
            Channel.FOLDER,
            doorkeeper.lastLook().map(officeTime),
            doorkeeper.failure().or(doorkeeper::wrongClock),
            submissions.arrivals(Channel.FOLDER) + whole,
            submissions.arrivals(Channel.FOLDER),
            difference,
            Line.probed(FolderProbing.SOURCE)));
  }

  private Item inOfficeTime(Item item) {
    return item.at(item.since().map(officeTime));
  }

  private Optional<Item> unregistered(Claim claim) {
    return submissions.byReceipt(Channel.FOLDER, claim.id()).isPresent()
        ? Optional.empty()
        : Optional.of(
            new Item(
                claim.name(),
                "已认领，尚未登记；未能落盘的材料每 30 秒重试一次",
                Optional.of(claim.received().interval().latest())));
  }
}
