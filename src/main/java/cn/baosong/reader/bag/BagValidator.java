package cn.baosong.reader.bag;

import cn.baosong.reader.archive.Entry;
import cn.baosong.reader.archive.OpenedArchive;
import cn.baosong.reader.bag.BagFault.Kind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Checks one bag for completeness and validity (RFC 8493, 3), naming every file at fault. */
final class BagValidator {
  private static final List<String> ALGORITHMS = List.of("sha256", "sha512");
  private static final Set<String> VERSIONS = Set.of("1.0", "0.97");
  private static final int TOLD = 1_000;

  private final BagContents contents;
  private final Runnable eachFile;
  private final List<BagFault> faults = new ArrayList<>();
  private String charset = "UTF-8";
  private boolean junkListed;

  BagValidator(OpenedArchive archive, Runnable eachFile) {
    this.contents = new BagContents(archive);
    this.eachFile = eachFile;
  }

  BagCheck check() throws IOException {
    declaration();
    if (contents.file("fetch.txt").isPresent()) {
      fault(
          Kind.FETCH_REFUSED,
          "fetch.txt",
          "要求本系统去别处下载，不予执行，请把文件放入包内",
          "asks us to fetch files; enclose them");
    }
    payload();
    for (String algorithm : ALGORITHMS) {
      Optional<Entry> tags = contents.file("tagmanifest-" + algorithm + ".txt");
      if (tags.isPresent()) {
        listedFiles(tags.get(), algorithm);
      }
    }
    Map<String, List<String>> info = info();
    BagCheck checked = new BagCheck(List.of(), info);
    checked.info("Payload-Oxum").ifPresent(this::oxum);
    return new BagCheck(told(), info);
  }

  private void declaration() throws IOException {
    Optional<Entry> file = contents.file("bagit.txt");
    if (file.isEmpty()) {
      fault(Kind.MALFORMED, "bagit.txt", "不存在", "is not there");
      return;
    }
    Map<String, List<String>> labels = labels(file.get());
    String version = String.join("", labels.getOrDefault("BagIt-Version", List.of()));
    if (!VERSIONS.contains(version)) {
      fault(Kind.MALFORMED, "bagit.txt", "未注明 BagIt 1.0 版本", "does not declare BagIt 1.0");
    }
    charset = String.join("", labels.getOrDefault("Tag-File-Character-Encoding", List.of(charset)));
  }

  private void payload() throws IOException {
    boolean any = false;
    for (String algorithm : ALGORITHMS) {
      Optional<Entry> manifest = contents.file("manifest-" + algorithm + ".txt");
      if (manifest.isPresent()) {
        any = true;
        Set<Entry> listed = listedFiles(manifest.get(), algorithm);
        contents.all().stream()
            .filter(e -> e.path().startsWith(BagContents.PAYLOAD) && !listed.contains(e))
            .forEach(
                e ->
                    fault(
                        Kind.UNLISTED,
                        e.path(),
                        "未列入 " + manifest.get().path(),
                        "is not listed in " + manifest.get().path()));
      }
    }
    if (!any) {
      fault(Kind.NO_MANIFEST, "manifest-sha256.txt", "不存在", "is not there");
    }
  }

  /** Compares each listed file, and answers those that are there. */
  private Set<Entry> listedFiles(Entry manifest, String algorithm) throws IOException {
    Set<Entry> there = new HashSet<>();
    for (String line : TagFile.lines(manifest, charset, faults)) {
      Optional<Manifest.Listed> listed = Manifest.parse(line);
      if (listed.isEmpty()) {
        fault(Kind.MALFORMED, manifest.path(), "有不合规范的行", "has a line that is no digest and path");
        return there;
      }
      Optional<Entry> file = contents.file(listed.get());
      if (file.isPresent()) {
        if (!there.add(file.get())) {
          fault(
              Kind.MALFORMED,
              manifest.path(),
              "重复列出“" + file.get().path() + "”",
              "lists \"" + file.get().path() + "\" twice");
        }
        compare(listed.get(), file.get(), algorithm);
      } else if (contents.ignores(listed.get())) {
        junkListed = true;
      } else {
        String from = manifest.path();
        fault(
            Kind.MISSING,
            listed.get().written(),
            "列于 " + from + "，包内没有",
            "is listed in " + from + " and is not there");
      }
    }
    return there;
  }

  private void compare(Manifest.Listed listed, Entry file, String algorithm) throws IOException {
    eachFile.run();
    if (!BagContents.digest(file, algorithm).equals(listed.digest())) {
      fault(
          Kind.ALTERED,
          file.path(),
          "与清单所列的校验值不符，请重新报送该文件",
          "is not the file that was listed; its digest differs");
    }
  }

  private Map<String, List<String>> info() throws IOException {
    Optional<Entry> file = contents.file("bag-info.txt");
    return file.isPresent() ? labels(file.get()) : Map.of();
  }

  private Map<String, List<String>> labels(Entry file) throws IOException {
    return TagFile.labels(file, TagFile.lines(file, charset, faults), faults);
  }

  /** Octets and files, "279164409832.1198" (RFC 8493, 2.2.2). */
  private void oxum(String stated) {
    List<Entry> payload =
        contents.all().stream().filter(e -> e.path().startsWith(BagContents.PAYLOAD)).toList();
    String counted = payload.stream().mapToLong(Entry::size).sum() + "." + payload.size();
    if (!junkListed && !stated.equals(counted)) {
      fault(
          Kind.OXUM_DIFFERS,
          "bag-info.txt",
          "的 Payload-Oxum 为 " + stated + "，实为 " + counted,
          "states a Payload-Oxum of " + stated + ", counted " + counted);
    }
  }

  private List<BagFault> told() {
    if (faults.size() <= TOLD) {
      return faults;
    }
    int more = faults.size() - TOLD;
    List<BagFault> told = new ArrayList<>(faults.subList(0, TOLD));
    told.add(
        BagFault.of(faults.get(TOLD).kind(), "…", "另有 " + more + " 项问题", "and " + more + " more"));
    return told;
  }

  private void fault(Kind kind, String path, String chinese, String english) {
    faults.add(BagFault.of(kind, path, chinese, english));
  }
}
