package cn.baosong.reader.pack;

import cn.baosong.core.call.FormData;
import cn.baosong.core.call.Value;
import cn.baosong.core.check.FindingCode;
import cn.baosong.core.submission.Defect;
import cn.baosong.core.submission.Opened;
import cn.baosong.core.submission.Stated;
import cn.baosong.json.Json;
import cn.baosong.reader.archive.Entry;
import cn.baosong.reader.archive.OpenedArchive;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The strict front door: {@code package.json} and a {@code dossier.json} for each candidate, in a
 * BagIt bag (RFC 8493) or without its manifests.
 */
final class StrictDoor {
  private static final String PACKAGE = "package.json";
  private static final String BAG = "data/";

  /** A form is text; a JSON file beyond this is not one. */
  private static final long LARGEST_JSON = 8L << 20;

  private final ObjectMapper json = bounded();

  static boolean fits(OpenedArchive archive) {
    return archive.entry(PACKAGE).isPresent() || archive.entry(BAG + PACKAGE).isPresent();
  }

  Opened read(OpenedArchive archive, Papers papers) throws IOException {
    boolean bag = archive.entry(BAG + PACKAGE).isPresent();
    String root = bag ? BAG : "";
    List<Defect> defects = new ArrayList<>(papers.ofBag(archive));
    PackageJson said;
    try {
      said = parse(archive.entry(root + PACKAGE).orElseThrow(), PackageJson.class);
    } catch (IOException broken) {
      return Refusals.unreadable(
          PACKAGE, "package.json 读不出（" + reason(broken) + "），请用报送工具重新生成后再报。");
    }
    Set<Entry> taken = new HashSet<>();
    archive.entry(root + PACKAGE).ifPresent(taken::add);
    List<Opened.Entry> candidates = new ArrayList<>();
    for (DossierRef ref : said.dossiers()) {
      candidates.add(candidate(archive, root, ref, taken, papers));
    }
    Papers.Described unitLevel =
        papers.describe(
            archive.entries().stream()
                .filter(e -> e.path().startsWith(root) && !taken.contains(e))
                .filter(e -> bag || !isBagFile(e.path()))
                .toList());
    defects.addAll(unitLevel.defects());
    if (candidates.isEmpty()) {
      defects.add(
          new Defect(FindingCode.FORM_INVALID.name(), PACKAGE, "package.json 未列任何人选。", false));
    }
    return new Opened(
        Opened.Outcome.READ,
        said.stated(),
        new FormData(said.report()),
        unitLevel.documents(),
        candidates,
        defects,
        Optional.empty());
  }

  private Opened.Entry candidate(
      OpenedArchive archive, String root, DossierRef ref, Set<Entry> taken, Papers papers)
      throws IOException {
    String folder = root + ref.path().replaceAll("/+$", "") + "/";
    List<Defect> defects = new ArrayList<>();
    Optional<FormData> form =
        read(archive, folder + "dossier.json", Value.Fields.class, taken, defects)
            .map(fields -> new FormData(fields.fields()));
    if (form.isEmpty() && defects.isEmpty()) {
      defects.add(
          new Defect(
              FindingCode.FORM_INVALID.name(),
              ref.path() + "/dossier.json",
              "缺 dossier.json（登记表数据），请补报。",
              false));
    }
    PaperJson paper =
        archive.entry(folder + "paper.json").isPresent()
            ? read(archive, folder + "paper.json", PaperJson.class, taken, defects)
                .orElse(PaperJson.NONE)
            : PaperJson.NONE;
    List<Entry> files = new ArrayList<>();
    for (Entry entry : archive.entries()) {
      if (entry.path().startsWith(folder) && taken.add(entry)) {
        files.add(entry);
      }
    }
    Papers.Described described = papers.describe(files);
    defects.addAll(described.defects());
    return new Opened.Entry(
        ref.rank(),
        Optional.ofNullable(ref.category()).filter(c -> !c.isBlank()),
        Optional.of(form.orElse(FormData.EMPTY)),
        Map.of(),
        paper.fields(form.orElse(FormData.EMPTY)),
        paper.stated(),
        described.documents(),
        defects,
        ref.path());
  }

  private <T> Optional<T> read(
      OpenedArchive archive, String path, Class<T> type, Set<Entry> taken, List<Defect> defects) {
    Optional<Entry> entry = archive.entry(path);
    entry.ifPresent(taken::add);
    try {
      return entry.isEmpty() ? Optional.empty() : Optional.of(parse(entry.get(), type));
    } catch (IOException broken) {
      defects.add(
          new Defect(
              FindingCode.FORM_INVALID.name(),
              path,
              "文件读不出（" + reason(broken) + "），请重新生成。",
              false));
      return Optional.empty();
    }
  }

  private <T> T parse(Entry entry, Class<T> type) throws IOException {
    if (entry.size() > LARGEST_JSON) {
      throw new IOException("超过 8 MB");
    }
    return json.readValue(entry.extracted().toFile(), type);
  }

  private static String reason(IOException broken) {
    return broken instanceof com.fasterxml.jackson.core.JsonProcessingException at
            && at.getLocation() != null
        ? "第 " + at.getLocation().getLineNr() + " 行"
        : "内容有误";
  }

  private static boolean isBagFile(String path) {
    return path.equals("bagit.txt") || path.equals("bag-info.txt") || path.contains("manifest-");
  }

  private static ObjectMapper bounded() {
    ObjectMapper mapper = Json.mapper();
    mapper
        .getFactory()
        .setStreamReadConstraints(
            StreamReadConstraints.builder().maxNestingDepth(32).maxStringLength(1 << 20).build());
    return mapper;
  }

  record PackageJson(
      @Nullable String call,
      @Nullable UnitJson unit,
      @Nullable ContactJson contact,
      Map<String, Value> report,
      List<DossierRef> dossiers) {
    Stated stated() {
      Optional<UnitJson> by = Optional.ofNullable(unit);
      Optional<ContactJson> ask = Optional.ofNullable(contact);
      return new Stated(
          Optional.ofNullable(call),
          by.map(UnitJson::code),
          by.map(UnitJson::name),
          ask.map(ContactJson::name),
          ask.map(ContactJson::phone),
          ask.map(ContactJson::email));
    }
  }

  record UnitJson(@Nullable String code, @Nullable String name) {}

  record ContactJson(@Nullable String name, @Nullable String phone, @Nullable String email) {}

  record DossierRef(String path, int rank, @Nullable String category) {}
}
