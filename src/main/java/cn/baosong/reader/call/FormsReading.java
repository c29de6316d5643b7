package cn.baosong.reader.call;

import cn.baosong.core.call.Call;
import cn.baosong.core.call.CallFault;
import cn.baosong.core.call.CallId;
import cn.baosong.desk.Calls;
import cn.baosong.reader.call.Loading.Broken;
import cn.baosong.reader.call.Loading.Loaded;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The calls of a folder as they are written now, once and without a memory of earlier versions:
 * what an author checks before the office takes it over.
 */
public final class FormsReading implements Calls {
  private final Map<CallId, LoadedCall> sound = new TreeMap<>();
  private final Map<String, List<CallFault>> faults = new TreeMap<>();

  private FormsReading() {}

  public static FormsReading of(CallLoader loader, Path forms) {
    FormsReading reading = new FormsReading();
    FormsFolder folder = new FormsFolder(forms);
    folder.faults().forEach(stray -> reading.faults.put(stray.file(), List.of(stray)));
    folder.calls().forEach((id, place) -> reading.add(id, loader.load(id, place)));
    return reading;
  }

  private void add(CallId id, Loading loading) {
    if (loading instanceof Broken broken) {
      faults.put(id.value(), broken.faults());
    } else {
      sound.put(id, ((Loaded) loading).call());
    }
  }

  /** Calls that load without faults; whether their own cases hold is another question. */
  public List<LoadedCall> sound() {
    return List.copyOf(sound.values());
  }

  /** What is wrong, by the name of the folder. */
  public Map<String, List<CallFault>> faults() {
    return Collections.unmodifiableMap(faults);
  }

  @Override
  public Optional<Call> find(CallId id) {
    return Optional.ofNullable(sound.get(id)).map(LoadedCall::call);
  }

  @Override
  public List<Call> live() {
    return sound.values().stream().map(LoadedCall::call).toList();
  }

  @Override
  public Optional<Call> match(String words) {
    return CallWords.match(words, live());
  }
}
