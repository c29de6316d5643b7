package cn.baosong.reader.bag;

import cn.baosong.core.decision.Decision;
import cn.baosong.core.dossier.Dossier;
import cn.baosong.core.submission.Document;
import cn.baosong.core.submission.Receipt;
import cn.baosong.desk.CaseBag;
import cn.baosong.desk.WholeCase;
import cn.baosong.reader.archive.ArchiveOpener;
import cn.baosong.reader.archive.Entry;
import cn.baosong.reader.archive.OpenedArchive;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.util.FileSystemUtils;

/**
 * Writes whole cases as bags: {@code data/case.json}, {@code data/letters/…}, and {@code
 * data/files/…} as the sender named them. Files are taken out of the original again and held
 * against the digests they were filed under; none is parsed.
 */
public final class CaseBags implements CaseBag {
  private final ArchiveOpener opener;
  private final Path work;
  private final ObjectMapper json;

  /**
   * @param work folder for unpacking, on a disk of our own
   */
  public CaseBags(ArchiveOpener opener, Path work, ObjectMapper json) {
    this.opener = opener;
    this.work = work;
    this.json = json;
  }

  /** {@code case.json}. */
  private record CaseRecord(
      Dossier dossier, Receipt received, List<Decision> decisions, int withheld) {}

  @Override
  public void pack(WholeCase file, Path zip) throws IOException {
    Files.createDirectories(work);
    Path directory = Files.createTempDirectory(work, "case-");
    try {
      List<BagFile> files = new ArrayList<>();
      files.add(record(file, directory.resolve("case.json")));
      for (Path letter : file.letters()) {
        files.add(new BagFile("letters/" + letter.getFileName(), letter));
      }
      files.addAll(enclosed(file, Files.createDirectory(directory.resolve("files"))));
      new BagWriter(files, zip, info(file), file.day()).write();
    } finally {
      FileSystemUtils.deleteRecursively(directory);
    }
  }

  private BagFile record(WholeCase file, Path at) throws IOException {
    CaseRecord record =
        new CaseRecord(file.dossier(), file.received(), file.decisions(), file.withheld());
    json.writerWithDefaultPrettyPrinter().writeValue(at.toFile(), record);
    return new BagFile("case.json", at);
  }

  private List<BagFile> enclosed(WholeCase file, Path into) throws IOException {
    List<BagFile> files = new ArrayList<>();
    if (file.documents().isEmpty()) {
      return files;
    }
    OpenedArchive archive = opener.open(file.originals(), file.received().fileName(), into);
    for (Document document : file.documents()) {
      files.add(new BagFile("files/" + document.path(), find(archive, document).extracted()));
    }
    return files;
  }

  private static Entry find(OpenedArchive archive, Document document) throws IOException {
    return archive
        .entry(document.path())
        .filter(entry -> entry.sha256().equals(document.digest().hex()))
        .orElseThrow(
            () ->
                new FileNotFoundException(
                    "the original does not hold " + document.digest().hex() + " any more"));
  }

  private static Map<String, String> info(WholeCase file) {
    Map<String, String> info = new LinkedHashMap<>();
    info.put("External-Identifier", file.dossier().number().value());
    info.put("Bag-Group-Identifier", file.dossier().submission().value());
    info.put("Internal-Sender-Identifier", file.dossier().call().value());
    return info;
  }
}
