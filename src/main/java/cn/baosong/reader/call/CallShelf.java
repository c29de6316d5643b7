package cn.baosong.reader.call;

import cn.baosong.core.call.Call;
import cn.baosong.core.call.CallFault;
import cn.baosong.core.call.CallId;
import cn.baosong.core.call.CallVersion;
import cn.baosong.core.call.Choice;
import cn.baosong.desk.CallFaults;
import cn.baosong.desk.Calls;
import cn.baosong.desk.HeldEdits;
import cn.baosong.desk.Quiet;
import cn.baosong.desk.Refusal;
import cn.baosong.desk.Settlements;
import cn.baosong.desk.draft.CallFiles;
import cn.baosong.desk.draft.Draft;
import cn.baosong.reader.call.Loading.Broken;
import cn.baosong.reader.call.Loading.Loaded;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The live calls. A folder that is broken, or whose cases fail, takes no effect: the version before
 * stays, across restarts too (decisions.md 17). It has no thread: something calls {@link
 * #reloadWhenQuiet}.
 */
public final class CallShelf implements Calls, CallFaults, Settlements, HeldEdits {
  private final CallLoader loader;
  private final FormsFolder forms;
  private final CallArchive archive;
  private final Function<LoadedCall, List<CallFault>> cases;
  private final Frozen frozen;
  private final Quiet quiet;
  private volatile Shelved shelved = new Shelved(Map.of(), Map.of(), Map.of());

  /**
   * @param archive folder that keeps each version that took effect, {@code <home>/calls}
   * @param cases runs a call's own tests and tells those that fail
   * @param frozen whether edits of a call wait for a person now
   */
  public CallShelf(
      CallLoader loader,
      Path forms,
      Path archive,
      Function<LoadedCall, List<CallFault>> cases,
      Predicate<Call> frozen) {
    this.loader = loader;
    this.forms = new FormsFolder(forms);
    this.archive = new CallArchive(archive);
    this.cases = cases;
    this.frozen = new Frozen(frozen);
    this.quiet = new Quiet("");
    reload();
  }

  /** What is live, and what is wrong with what is not. */
  private record Shelved(
      Map<CallId, LoadedCall> live,
      Map<String, List<CallFault>> faults,
      Map<CallId, HeldEdits.Held> held) {
    private Shelved with(CallId id, LoadedCall call) {
      Map<CallId, LoadedCall> calls = new TreeMap<>(live);
      calls.put(id, call);
      return new Shelved(Collections.unmodifiableMap(calls), faults, held);
    }

    private Shelved well(CallId id) {
      Map<String, List<CallFault>> wrong = new TreeMap<>(faults);
      wrong.remove(id.value());
      Map<CallId, HeldEdits.Held> waiting = new TreeMap<>(held);
      waiting.remove(id);
      return new Shelved(
          live, Collections.unmodifiableMap(wrong), Collections.unmodifiableMap(waiting));
    }
  }

  /** Reads all folders now. A call whose folder is gone is no longer live, unless that is held. */
  public synchronized void reload() {
    quiet.taken(forms.fingerprint());
    Map<CallId, LoadedCall> live = new TreeMap<>();
    Map<String, List<CallFault>> faults = new TreeMap<>();
    Map<CallId, HeldEdits.Held> held = new TreeMap<>();
    forms.faults().forEach(stray -> faults.put(stray.file(), List.of(stray)));
    Map<CallId, Path> folders = forms.calls();
    folders.forEach(
        (id, folder) -> {
          List<CallFault> found = new ArrayList<>();
          Optional<LoadedCall> taken = take(id, folder, found);
          Optional<HeldEdits.Held> waits = taken.flatMap(next -> held(id, next));
          waits.ifPresent(edit -> held.put(id, edit));
          taken
              .filter(next -> waits.isEmpty())
              .or(() -> lastValid(id))
              .ifPresent(c -> live.put(id, c));
          if (!found.isEmpty()) {
            faults.put(id.value(), List.copyOf(found));
          }
        });
    for (CallId id : archive.live()) {
      if (!folders.containsKey(id)) {
        removed(id)
            .ifPresentOrElse(
                running -> {
                  live.put(id, running);
                  held.put(id, removal(running.call()));
                },
                () -> archive.end(id));
      }
    }
    shelved =
        new Shelved(
            Collections.unmodifiableMap(live),
            Collections.unmodifiableMap(faults),
            Collections.unmodifiableMap(held));
  }

  /**
   * Reloads when something changed and then rested for two seconds, or when what was held need not
   * wait any more.
   *
   * @return whether it reloaded
   */
  public synchronized boolean reloadWhenQuiet(Instant now) {
    boolean over = shelved.held().values().stream().anyMatch(edit -> !isHeld(edit));
    if (!quiet.isDue(forms.fingerprint(), now) && !over) {
      return false;
    }
    reload();
    return true;
  }

  @Override
  public Optional<Call> find(CallId id) {
    return Optional.ofNullable(shelved.live().get(id)).map(LoadedCall::call);
  }

  @Override
  public List<Call> live() {
    return shelved.live().values().stream().map(LoadedCall::call).toList();
  }

  @Override
  public Optional<Call> match(String words) {
    return CallWords.match(words, live());
  }

  /** What is wrong with each folder whose newest version took no effect. */
  @Override
  public Map<String, List<CallFault>> faults() {
    return shelved.faults();
  }

  @Override
  public List<Choice> kept(CallId call) {
    LoadedCall live = shelved.live().get(call);
    return live == null ? List.of() : live.choices();
  }

  /** The folder is checked as after any edit, before anything is written. */
  @Override
  public synchronized Call keep(CallId id, CallVersion seen, Choice choice) {
    Keeping keeping = new Keeping(id, seen, shelved.live().get(id));
    Path folder = keeping.folder(forms.calls());
    CallFolder files = keeping.files(folder).with(choice, kept(id));
    List<CallFault> found = new ArrayList<>();
    LoadedCall settled =
        sound(id, files, new Faults(), found).orElseThrow(() -> Keeping.refused(choice, found));
    SettlementFile.write(folder, files.settlements());
    archive.keep(id, settled.call().version(), files);
    shelved = shelved.with(id, settled);
    return settled.call();
  }

  /** The folder of a call as it lies there now. */
  public Optional<CallFiles> standing(CallId id) {
    return Optional.of(forms.place(id))
        .filter(Files::isDirectory)
        .map(folder -> CallFolder.read(folder, new Faults()).shown(id));
  }

  /** A version that took effect once. */
  public Optional<CallFiles> former(CallId id, CallVersion version) {
    return archive.find(id, version).map(place -> CallFolder.read(place, new Faults()).shown(id));
  }

  /** The folder as it would load with these texts in the place of what may be edited. */
  public Loading loading(CallId id, Map<String, String> texts) {
    Faults faults = new Faults();
    return loader.load(id, folder(id, faults).with(texts), faults);
  }

  /** What a call's own cases find wrong with it. */
  public List<CallFault> failing(LoadedCall call) {
    return cases.apply(call);
  }

  /**
   * Puts texts in the place of what may be edited in the folder. It is checked as after any edit,
   * before anything is written.
   *
   * @throws Refusal when the folder holds what is neither of the base nor of the texts, or would
   *     take no effect so
   */
  public synchronized Call replace(CallId id, Draft.Base base, Map<String, String> texts) {
    Faults faults = new Faults();
    CallFolder now = folder(id, faults);
    Replacement replacement = new Replacement(forms.place(id), now, now.with(texts));
    replacement.requireOnly(base);
    List<CallFault> found = new ArrayList<>();
    LoadedCall sound =
        sound(id, replacement.wanted(), faults, found)
            .orElseThrow(() -> Replacement.refused(found));
    replacement.write();
    archive.keep(id, sound.call().version(), replacement.wanted());
    replacement.done();
    shelved = shelved.with(id, sound).well(id);
    return sound.call();
  }

  private CallFolder folder(CallId id, Faults faults) {
    Path folder = forms.place(id);
    return Files.isDirectory(folder) ? CallFolder.read(folder, faults) : new CallFolder(Map.of());
  }

  private Optional<LoadedCall> take(CallId id, Path folder, List<CallFault> found) {
    found.addAll(Replacement.unfinished(folder));
    if (!found.isEmpty()) {
      return Optional.empty();
    }
    Faults faults = new Faults();
    CallFolder files = CallFolder.read(folder, faults);
    Optional<LoadedCall> loaded = sound(id, files, faults, found);
    loaded
        .filter(call -> held(id, call).isEmpty())
        .ifPresent(call -> archive.keep(id, call.call().version(), files));
    return loaded;
  }

  /** An edit that has to wait, of a call that ran otherwise before. */
  private Optional<HeldEdits.Held> held(CallId id, LoadedCall next) {
    return lastVersion(id)
        .filter(running -> !running.equals(next.call().version()))
        .map(running -> new HeldEdits.Held(running, next.call(), false))
        .filter(this::isHeld);
  }

  /** A call that goes on although its folder is gone. */
  private Optional<LoadedCall> removed(CallId id) {
    return lastValid(id).filter(running -> frozen.holdsRemoval(running.call()));
  }

  private static HeldEdits.Held removal(Call running) {
    return new HeldEdits.Held(running.version(), running, true);
  }

  private boolean isHeld(HeldEdits.Held edit) {
    if (edit.isRemoval()) {
      return frozen.holdsRemoval(edit.next());
    }
    CallId id = edit.next().id();
    return frozen.holds(edit.next(), () -> lastValid(id).map(LoadedCall::call));
  }

  private Optional<CallVersion> lastVersion(CallId id) {
    return find(id).map(Call::version).or(() -> archive.lastVersion(id));
  }

  @Override
  public List<HeldEdits.Held> held() {
    return List.copyOf(shelved.held().values());
  }

  @Override
  public synchronized boolean release(CallId id, CallVersion version) {
    HeldEdits.Held edit = shelved.held().get(id);
    if (edit == null || !edit.version().equals(version)) {
      return false;
    }
    frozen.allow(id, version);
    reload();
    frozen.endAllowing(id);
    Optional<CallVersion> live = find(id).map(Call::version);
    return edit.isRemoval() ? live.isEmpty() : live.filter(version::equals).isPresent();
  }

  private Optional<LoadedCall> sound(
      CallId id, CallFolder files, Faults faults, List<CallFault> found) {
    Loading loading = loader.load(id, files, faults);
    if (loading instanceof Broken broken) {
      found.addAll(broken.faults());
      return Optional.empty();
    }
    LoadedCall loaded = ((Loaded) loading).call();
    found.addAll(cases.apply(loaded));
    return found.isEmpty() ? Optional.of(loaded) : Optional.empty();
  }

  /** The version on the shelf; after a restart the one archived last. */
  private Optional<LoadedCall> lastValid(CallId id) {
    return Optional.ofNullable(shelved.live().get(id)).or(() -> archived(id));
  }

  private Optional<LoadedCall> archived(CallId id) {
    return archive
        .last(id)
        .map(place -> loader.load(id, place))
        .flatMap(l -> l instanceof Loaded loaded ? Optional.of(loaded.call()) : Optional.empty());
  }
}
