package cn.baosong.reader.draft;

import cn.baosong.core.call.Call;
import cn.baosong.core.call.CallId;
import cn.baosong.core.call.CallVersion;
import cn.baosong.core.call.WorkingDays;
import cn.baosong.desk.draft.CallCheck;
import cn.baosong.desk.draft.CallFiles;
import cn.baosong.desk.draft.CallFolders;
import cn.baosong.desk.draft.Draft;
import cn.baosong.desk.draft.Key;
import cn.baosong.reader.call.BlankCall;
import cn.baosong.reader.call.CallShelf;
import cn.baosong.reader.call.LoadedCall;
import cn.baosong.reader.call.Loading;
import cn.baosong.reader.call.Loading.Broken;
import cn.baosong.reader.call.Loading.Loaded;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The folders of the calls that are on the shelf. */
public final class ShelvedFolders implements CallFolders {
  private final CallShelf shelf;
  private final WorkingDays days;
  private final Path routes;

  /**
   * @param routes folder of the routes by which departments are delivered to
   */
  public ShelvedFolders(CallShelf shelf, WorkingDays days, Path routes) {
    this.shelf = shelf;
    this.days = days;
    this.routes = routes;
  }

  @Override
  public Optional<CallFiles> standing(CallId call) {
    return shelf.standing(call);
  }

  @Override
  public Optional<CallFiles> former(CallId call, CallVersion version) {
    return shelf.former(call, version);
  }

  @Override
  public Map<String, String> blank() {
    Map<String, String> blank = new LinkedHashMap<>();
    BlankCall.files()
        .forEach((name, bytes) -> blank.put(name, new String(bytes, StandardCharsets.UTF_8)));
    return blank;
  }

  @Override
  public List<Key> guide() {
    return SchemaGuide.read();
  }

  @Override
  public CallCheck check(CallId call, Map<String, String> texts) {
    Loading loading = shelf.loading(call, texts);
    if (loading instanceof Broken broken) {
      return CallCheck.broken(broken.faults());
    }
    LoadedCall loaded = ((Loaded) loading).call();
    return CallChecks.of(loaded, shelf.failing(loaded), shelf, days, Optional.of(routes));
  }

  @Override
  public Call replace(CallId call, Draft.Base base, Map<String, String> texts) {
    return shelf.replace(call, base, texts);
  }
}
