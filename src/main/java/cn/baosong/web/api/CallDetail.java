package cn.baosong.web.api;

import cn.baosong.core.call.Call;
import cn.baosong.core.call.Deadline;
import cn.baosong.desk.CallHistory;
import cn.baosong.web.WebOffice;
import cn.baosong.web.api.CallsResource.FaultView;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A call as it is live, and its folder.
 *
 * @param id name of its folder
 * @param version that is live; null when none ever was
 * @param edition what a change is held against: its entity tag
 * @param notice what it says; absent when none ever was live
 * @param faults why the folder as it stands does not take effect
 * @param files texts of the folder as it stands
 * @param others files that are not shown, such as lists of persons selected before
 * @param versions that took effect, the latest first; each can be brought back
 * @param frozenUntil until when a change takes effect only when it is confirmed, since a deadline
 *     is near; null when none is
 * @param held an edit of the folder that waits for this; null when none does
 * @param draft a change that has not taken effect; null when there is none, or it is not theirs to
 *     see
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record CallDetail(
    String id,
    Optional<String> version,
    String edition,
    @JsonUnwrapped NoticeText notice,
    List<FaultView> faults,
    Map<String, String> files,
    List<String> others,
    List<VersionView> versions,
    Optional<String> frozenUntil,
    Optional<HeldView> held,
    Optional<DraftView> draft) {

  /**
   * What the notice says.
   *
   * @param number of the document; null: 未载明
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record NoticeText(
      Optional<String> title,
      Optional<String> issuer,
      Optional<String> number,
      Optional<String> date,
      List<DeadlineView> deadlines,
      List<String> consequences,
      List<AmbiguityView> ambiguities) {
    static final NoticeText NONE =
        new NoticeText(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of(),
            List.of());

    static NoticeText of(Call call) {
      return new NoticeText(
          Optional.of(call.heading().title()),
          Optional.of(call.heading().issuer()),
          call.heading().number(),
          call.heading().date().map(Object::toString),
          call.deadlines().stream().map(DeadlineView::of).toList(),
          call.lateness().consequences().stream().map(Enum::name).toList(),
          call.ambiguities().stream().map(AmbiguityView::of).toList());
    }
  }

  /**
   * A deadline with the readings that are in play.
   *
   * @param inferred whether a person supplied the year
   */
  record DeadlineView(
      String part, String date, boolean inferred, List<String> basis, String clause) {
    static DeadlineView of(Deadline deadline) {
      return new DeadlineView(
          deadline.part().name(),
          deadline.date().toString(),
          deadline.dateInferred(),
          deadline.basis().stream().sorted().map(Enum::name).toList(),
          deadline.clause().words());
    }
  }

  /** A version that took effect, when, by whom and why. */
  record VersionView(String version, String at, String by, String reason) {
    static VersionView of(CallHistory.Entry entry, WebOffice office) {
      return new VersionView(
          entry.version().value(), office.at(entry.at()), entry.by(), entry.reason());
    }
  }
}
