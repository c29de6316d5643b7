package cn.baosong.core.notice;

import cn.baosong.core.call.Call;
import cn.baosong.core.call.Unit;
import cn.baosong.core.dossier.PaperRecord;
import java.time.Instant;

/**
 * A parcel that was sent on (移送), as it had been registered before.
 *
 * @param call under which it had been registered
 * @param unit whose it had been registered as, and who is told
 * @param reason in the words of whoever did it; may be empty
 */
public record Transfer(
    PaperRecord paper, Call call, Unit unit, Whither whither, String reason, Instant at) {

  /** Where it went. */
  public sealed interface Whither {}

  /** Another office. */
  public record ToOffice(String name) implements Whither {}

  /** Another notice of this office. */
  public record ToNotice(Call right) implements Whither {}

  /** Another unit, of which this one is told nothing. */
  public record ToUnit() implements Whither {}
}
