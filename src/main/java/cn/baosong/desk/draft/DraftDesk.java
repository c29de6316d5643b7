package cn.baosong.desk.draft;

import cn.baosong.core.call.Call;
import cn.baosong.core.call.CallId;
import cn.baosong.core.call.CallVersion;
import cn.baosong.desk.Act;
import cn.baosong.desk.Refusal;
import cn.baosong.desk.UnitOfWork;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Where a change of a call is written before it takes effect. Whoever writes in a draft is an
 * author of it, and only somebody else may publish it.
 */
public final class DraftDesk {
  private final Drafts drafts;
  private final CallFolders folders;
  private final UnitOfWork work;
  private final Clock clock;

  /**
   * @param clock the office's clock
   */
  public DraftDesk(Drafts drafts, CallFolders folders, UnitOfWork work, Clock clock) {
    this.drafts = drafts;
    this.folders = folders;
    this.work = work;
    this.clock = clock;
  }

  /**
   * Texts to be drafted.
   *
   * @param files all that is to stand in the folder and may be edited, by name
   * @param seen what the author had before the eyes
   * @param reason what the change is for
   */
  public record Writing(Map<String, String> files, Edition seen, String reason) {}

  /**
   * A call as it lies before a person who looks now.
   *
   * @param standing its folder; empty for a call that is only drafted
   * @param stale files that have changed in the folder since the draft was saved
   */
  public record Look(
      Optional<CallFiles> standing, Optional<Draft> draft, Edition edition, List<String> stale) {
    public Look {
      stale = List.copyOf(stale);
    }

    /** What is to be edited: the draft, else the folder; empty when there is neither. */
    public Optional<Map<String, String>> texts() {
      return draft.map(Draft::files).or(() -> standing.map(CallFiles::editable));
    }
  }

  public Look look(CallId call) {
    Optional<CallFiles> standing = folders.standing(call);
    Optional<Draft> draft = drafts.open(call);
    List<String> stale =
        draft.map(known -> List.copyOf(Stale.files(known, standing))).orElse(List.of());
    return new Look(standing, draft, Edition.of(standing, draft), stale);
  }

  /** A version that took effect once. */
  public Optional<CallFiles> former(CallId call, CallVersion version) {
    return folders.former(call, version);
  }

  /**
   * What a new call begins with.
   *
   * @param from the call that it is a copy of; blank, or unknown, for one to be filled in
   */
  public Map<String, String> begun(Optional<String> from) {
    return from.filter(id -> !id.isBlank())
        .flatMap(DraftDesk::known)
        .flatMap(folders::standing)
        .map(CallFiles::editable)
        .orElseGet(folders::blank);
  }

  private static Optional<CallId> known(String id) {
    try {
      return Optional.of(new CallId(id));
    } catch (IllegalArgumentException nonsense) {
      return Optional.empty();
    }
  }

  /** Every key that {@code call.yaml} may have. */
  public List<Key> guide() {
    return folders.guide();
  }

  /** The drafts that are neither published nor withdrawn, by call. */
  public List<Draft> open() {
    return drafts.open();
  }

  /** The draft, or else the folder as it stands, checked; empty when there is neither. */
  public Optional<CallCheck> check(CallId call) {
    return look(call).texts().map(files -> folders.check(call, files));
  }

  /** A call as it would be, and what it was read from. */
  public record Loading(Call would, Edition edition) {}

  /**
   * What the draft, or else the folder, makes of the call.
   *
   * @throws Refusal when there is neither, or it does not load
   */
  public Loading loading(CallId call) {
    Look seen = look(call);
    Map<String, String> texts =
        seen.texts()
            .orElseThrow(
                () ->
                    Refusal.notFound(
                        "id",
                        "没有通知“" + call + "”，也没有它的草稿。",
                        "There is no call " + call + ", nor a draft of it."));
    Call would =
        folders
            .check(call, texts)
            .call()
            .orElseThrow(
                () ->
                    Refusal.conflict(
                        "files",
                        "草稿还读不成一份通知，先按检查结果改好再试算。",
                        "The draft does not load yet; mend what the check finds first."));
    return new Loading(would, seen.edition());
  }

  /**
   * Texts as they would stand, checked.
   *
   * @throws Refusal when a name or a size is not allowed
   */
  public CallCheck check(CallId call, Map<String, String> files) {
    return folders.check(call, DraftTexts.checked(files, folders.standing(call)));
  }

  /**
   * Stores a draft, whatever its check finds.
   *
   * @throws Refusal when somebody else has changed the folder or the draft, or nothing is changed
   */
  public Draft save(CallId call, Writing writing, String by) {
    String reason = Reasons.of(writing.reason());
    return work.inTransaction(
        () -> {
          Optional<CallFiles> standing = folders.standing(call);
          Optional<Draft> before = drafts.open(call);
          requireSeen(writing.seen(), standing, before);
          Map<String, String> texts = DraftTexts.checked(writing.files(), standing);
          if (standing.map(CallFiles::editable).filter(texts::equals).isPresent()) {
            throw Refusal.invalid(
                "files",
                "与现行文件没有差别，没有可存的改动。",
                "The files are as they stand: there is no change to be kept.");
          }
          Draft.Base base = Draft.Base.of(standing);
          Draft.Writing as = new Draft.Writing(by, reason, clock.instant());
          Draft draft =
              before
                  .map(known -> known.edited(texts, base, as))
                  .orElseGet(() -> first(call, texts, base, as));
          drafts.save(draft, new Act(Act.Kind.CALL_DRAFTED, by, of(draft, reason)));
          return draft;
        });
  }

  /** Begins a draft that brings a former version back; a second person publishes it. */
  public Draft bringBack(CallId call, CallVersion former, Edition seen, String reason, String by) {
    CallFiles then =
        folders
            .former(call, former)
            .orElseThrow(
                () ->
                    Refusal.notFound(
                        "version",
                        "没有存档的版本“" + former + "”。",
                        "There is no archived version " + former + "."));
    if (folders
        .standing(call)
        .map(CallFiles::editable)
        .filter(then.editable()::equals)
        .isPresent()) {
      throw Refusal.conflict(
          "version",
          "该版本与现行文件只差认定或名单：认定在通知页改，名单在文件夹里换。",
          "That version differs by what was settled or by its lists only; those have doors of their"
              + " own.");
    }
    String words = reason.isBlank() ? "回退到 " + former : reason;
    return save(call, new Writing(then.editable(), seen, words), by);
  }

  /**
   * Hands the draft to the second person.
   *
   * @throws Refusal when it would take no effect, or rests on a folder that has changed
   */
  public Draft submit(CallId call, Edition seen, String by) {
    Draft draft = required(call, seen);
    if (draft.state() != Draft.State.OPEN) {
      throw Refusal.conflict("state", "草稿已送复核。", "The draft is with the second person already.");
    }
    Stale.check(draft, folders.standing(call));
    Unsound.check(folders.check(call, draft.files()));
    return step(draft.in(Draft.State.SUBMITTED), new Act(Act.Kind.CALL_SUBMITTED, by, of(draft)));
  }

  /** Gives the draft up; its texts stay in the journal. */
  public Draft withdraw(CallId call, Edition seen, String by) {
    Draft draft = required(call, seen);
    if (draft.state() == Draft.State.PUBLISHING) {
      throw Refusal.conflict("state", "正在发布，不能撤回。", "It is being published.");
    }
    return step(draft.in(Draft.State.WITHDRAWN), new Act(Act.Kind.CALL_WITHDRAWN, by, of(draft)));
  }

  private Draft step(Draft next, Act act) {
    return work.inTransaction(
        () -> {
          drafts.save(next, act);
          return next;
        });
  }

  private Draft required(CallId call, Edition seen) {
    Draft draft = drafts.open(call).orElseThrow(() -> none(call));
    if (!Edition.of(Optional.empty(), Optional.of(draft)).draft().equals(seen.draft())) {
      throw Stale.draft(draft);
    }
    return draft;
  }

  static Refusal none(CallId call) {
    return Refusal.conflict(
        "draft", "通知 " + call + " 没有未发布的草稿。", "Call " + call + " has no open draft.");
  }

  private void requireSeen(Edition seen, Optional<CallFiles> standing, Optional<Draft> draft) {
    draft
        .filter(d -> d.state() == Draft.State.PUBLISHING)
        .ifPresent(
            d -> {
              throw Refusal.conflict("state", "正在发布，稍候再改。", "It is being published.");
            });
    Edition now = Edition.of(standing, draft);
    if (!now.draft().equals(seen.draft())) {
      throw draft.map(Stale::draft).orElseGet(Stale::gone);
    }
    if (!now.folder().equals(seen.folder())) {
      throw Stale.folder(former(standing, seen), standing);
    }
  }

  private Optional<CallFiles> former(Optional<CallFiles> standing, Edition seen) {
    return seen.isOfNothing() || seen.folder().isBlank()
        ? Optional.empty()
        : standing.flatMap(now -> folders.former(now.call(), new CallVersion(seen.folder())));
  }

  private Draft first(
      CallId call, Map<String, String> texts, Draft.Base base, Draft.Writing writing) {
    return new Draft(
        UUID.randomUUID().toString(),
        call,
        Draft.State.OPEN,
        texts,
        base,
        List.of(writing.by()),
        writing.reason(),
        writing.at(),
        Optional.empty(),
        1);
  }

  private static String of(Draft draft) {
    return of(draft, draft.reason());
  }

  /** A line of the audit names the call, since the subject is the draft. */
  private static String of(Draft draft, String reason) {
    return draft.call() + " " + reason;
  }
}
