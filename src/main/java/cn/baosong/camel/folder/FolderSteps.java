package cn.baosong.camel.folder;

import cn.baosong.camel.Facts;
import cn.baosong.core.submission.Channel;
import cn.baosong.core.submission.Receipt;
import cn.baosong.core.submission.Submission;
import cn.baosong.desk.Barrier;
import cn.baosong.desk.Submissions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.camel.Body;
import org.apache.camel.Exchange;

/** The steps that carry a claimed entry to reception and let it go afterwards. */
public final class FolderSteps {
  private final ClaimShelf claims;
  private final Submissions submissions;
  private final Barrier barrier;

  public FolderSteps(ClaimShelf claims, Submissions submissions, Barrier barrier) {
    this.claims = claims;
    this.submissions = submissions;
    this.barrier = barrier;
  }

  /**
   * States the facts of a claim as variables; the body becomes its bytes. A claim that a crash left
   * behind after it was registered is let go without being read again.
   */
  public InputStream open(@Body Claim claim, Exchange exchange)
      throws IOException, InterruptedException {
    Path shelf = shelf(exchange);
    Optional<Submission> known = submissions.byReceipt(Channel.FOLDER, claim.id());
    if (known.isPresent()) {
      barrier.await();
      claims.releaseKnown(shelf, claim, bytes(known.get(), claim));
      exchange.setRouteStop(true);
      return InputStream.nullInputStream();
    }
    exchange.setVariable("claim", claim);
    exchange.setVariable(Facts.CHANNEL, "folder");
    exchange.setVariable(Facts.NATIVE_ID, claim.id());
    exchange.setVariable(Facts.NAME, claim.name());
    claim.folderUnit().ifPresent(unit -> exchange.setVariable(Facts.FOLDER_UNIT, unit));
    exchange.setVariable(Facts.RECEIVED, claim.received());
    exchange.setVariable("print", claims.print(shelf, claim));
    return claims.open(shelf, claim);
  }

  private static long bytes(Submission submission, Claim claim) {
    return submission.receipts().stream()
        .filter(r -> r.channel() == Channel.FOLDER && r.nativeId().equals(claim.id()))
        .mapToLong(Receipt::bytes)
        .findFirst()
        .orElseThrow();
  }

  /** Lets the source go; camel-file then removes the sidecar. */
  public void release(Exchange exchange) throws IOException {
    claims.release(
        shelf(exchange),
        exchange.getVariable("claim", Claim.class),
        exchange.getVariable("print", String.class));
  }

  private static Path shelf(Exchange exchange) {
    return Path.of(exchange.getMessage().getHeader("CamelFileParent", String.class));
  }
}
