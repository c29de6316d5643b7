package cn.baosong.web.api;

import cn.baosong.core.call.CallId;
import cn.baosong.core.dossier.Handling;
import cn.baosong.desk.Shares;
import cn.baosong.desk.Shares.Share;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** How much is decided without a person, and why the rest waits. */
@RestController
@Tag(name = "progress")
class ProgressResource {
  private final Shares shares;

  ProgressResource(Shares shares) {
    this.shares = shares;
  }

  /**
   * @param overall of all calls together
   * @param items one a call that has dossiers
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record ProgressBody(ShareView overall, List<ShareView> items, Optional<String> next) {}

  /**
   * @param call null for all together
   * @param total without versions that were replaced
   * @param machine decided, and no person had to look
   * @param percent of the total that {@code machine} is, rounded down; null of none
   * @param reasons waiting dossiers by the code of what they wait for; one may have several
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record ShareView(
      Optional<String> call,
      long total,
      long machine,
      long person,
      long waiting,
      OptionalInt percent,
      Map<String, Map<String, Long>> states,
      List<ReasonView> reasons) {
    static ShareView of(Optional<CallId> call, Share share) {
      return new ShareView(
          call.map(CallId::value),
          share.total(),
          share.of(Handling.MACHINE),
          share.of(Handling.PERSON),
          share.of(Handling.WAITING),
          share.percent(),
          share.states(),
          share.gravest().stream()
              .map(why -> new ReasonView(why.getKey().name(), why.getValue()))
              .toList());
    }
  }

  record ReasonView(String code, long count) {}

  @GetMapping("/api/v1/progress")
  ProgressBody read() {
    Map<CallId, Share> calls = shares.byCall();
    return new ProgressBody(
        ShareView.of(Optional.empty(), Share.sum(calls.values())),
        calls.entrySet().stream()
            .map(call -> ShareView.of(Optional.of(call.getKey()), call.getValue()))
            .toList(),
        Optional.empty());
  }
}
