package cn.baosong.desk;

import cn.baosong.core.call.Call;
import cn.baosong.core.call.ComparedField;
import cn.baosong.core.check.ScansOf;
import cn.baosong.core.dossier.Dossier;
import cn.baosong.core.dossier.DossierState;
import cn.baosong.core.dossier.FieldDifferences;
import cn.baosong.core.dossier.FieldPlace;
import cn.baosong.core.dossier.PaperReading;
import cn.baosong.core.dossier.Scan;
import cn.baosong.core.submission.Digest;
import cn.baosong.core.submission.Submission;
import cn.baosong.desk.FormCutter.Cuts;
import cn.baosong.desk.FormPress.Printed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads scanned forms, one at a time and apart from everything that receives: where the form
 * printed a field, there its cell is cut out and read. Whatever fails is a person's to key in;
 * nothing waits for it but the decision on that very form.
 */
public final class ReadingDesk {
  private static final int MOST_TRIES = 3;

  private final Books books;
  private final FormDesk forms;
  private final Tools tools;
  private final FieldDifferences differences;
  private final CaseLock lock;
  private final Path crops;

  /** What is looked up. */
  public record Books(Scans scans, Dossiers dossiers, Submissions submissions, Calls calls) {}

  /** What it works with. */
  public record Tools(
      Archive archive, PackageFiles packages, FormCutter cutter, CellReader reader) {}

  /**
   * @param crops folder for the pictures of cells; what is deleted there is cut out again
   */
  public ReadingDesk(
      Books books,
      FormDesk forms,
      Tools tools,
      FieldDifferences differences,
      CaseLock lock,
      Path crops) {
    this.books = books;
    this.forms = forms;
    this.tools = tools;
    this.differences = differences;
    this.lock = lock;
    this.crops = crops;
  }

  /**
   * Reads one scan and has its unit judged again; one that is read changes nothing.
   *
   * @param tries how often it was begun
   * @throws IOException when our own side failed; it is tried again then
   */
  public void read(String id, int tries) throws IOException {
    Optional<Scan> found = books.scans().find(id).filter(Scan::isToBeRead);
    if (found.isEmpty()) {
      return;
    }
    Scan scan = found.get();
    PaperReading reading = tries > MOST_TRIES ? PaperReading.keyIn("多次未能读完，请人工录入。") : reading(scan);
    lock.holding(
        scan.call().orElseThrow(),
        scan.unit().orElseThrow(),
        () -> {
          books.scans().save(scan.read(reading), Act.byMachine(Act.Kind.PAPER_READ));
          lock.assessAgain(scan.call().orElseThrow(), scan.unit().orElseThrow());
          return scan;
        });
  }

  private PaperReading reading(Scan scan) throws IOException {
    Optional<Call> call = books.calls().find(scan.call().orElseThrow());
    Optional<Dossier> dossier = dossier(scan);
    if (call.isEmpty() || dossier.isEmpty()) {
      return PaperReading.keyIn("没有对应的电子材料。");
    }
    Path folder = folder(scan);
    try {
      Optional<Cuts> cuts = cut(scan, dossier.get(), call.get(), folder);
      List<ComparedField> compared = call.get().paper().compared();
      return cuts.isEmpty()
          ? PaperReading.keyIn("原件已封存，不再打开。")
          : new FormReader(tools.reader(), differences)
              .read(cuts.get(), compared, dossier.get().form(), folder);
    } finally {
      tidy(folder);
    }
  }

  /** Whose form it is: of a candidate's versions the one that counts. */
  private Optional<Dossier> dossier(Scan scan) {
    List<Dossier> all =
        books.dossiers().ofUnit(scan.call().orElseThrow(), scan.unit().orElseThrow());
    List<Dossier> meant = all.stream().filter(d -> ScansOf.isOf(scan.reference(), d, all)).toList();
    return meant.stream()
        .filter(d -> d.state() != DossierState.SUPERSEDED && d.state() != DossierState.WITHDRAWN)
        .reduce((a, b) -> b)
        .or(() -> meant.stream().reduce((a, b) -> b));
  }

  private Optional<Cuts> cut(Scan scan, Dossier dossier, Call call, Path folder)
      throws IOException {
    Printed printed = forms.printed(dossier, call, scan.reference());
    Files.createDirectories(folder);
    Path pdf = Files.write(folder.resolve("form.pdf"), printed.pdf());
    Set<String> compared =
        call.paper().compared().stream().map(ComparedField::field).collect(Collectors.toSet());
    List<FieldPlace> places =
        printed.places().stream().filter(p -> compared.contains(p.field())).toList();
    Optional<Path> file = file(scan);
    if (file.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          tools
              .cutter()
              .cut(
                  new FormCutter.Order(
                      file.get().toAbsolutePath(),
                      call.id(),
                      scan.reference(),
                      places,
                      pdf.toAbsolutePath(),
                      folder.toAbsolutePath())));
    } finally {
      if (scan.enclosed().isPresent()) {
        Files.deleteIfExists(file.get());
      }
    }
  }

  /** The file itself; empty when it is sealed or gone. */
  private Optional<Path> file(Scan scan) throws IOException {
    if (scan.enclosed().isEmpty()) {
      return tools.archive().sealing(scan.file().digest()).isPresent()
          ? Optional.empty()
          : Optional.of(tools.archive().original(scan.file().digest()));
    }
    Submission delivery = books.submissions().find(scan.enclosed().get()).orElseThrow();
    List<Path> originals = new ArrayList<>();
    for (Digest digest : delivery.originals()) {
      if (tools.archive().sealing(digest).isPresent()) {
        return Optional.empty();
      }
      originals.add(tools.archive().original(digest));
    }
    return tools.packages().take(originals, delivery.first().fileName(), scan.file().digest());
  }

  /**
   * A picture of a cell of a scan.
   *
   * @param name of the cell
   * @param kind {@link FormCutter#PAPER} or {@link FormCutter#FORM}
   * @return empty when there is none
   * @throws IOException when it is not there and could not be cut out again
   */
  public Optional<Path> picture(Scan scan, String name, String kind) throws IOException {
    if (isSealed(scan)) {
      return Optional.empty();
    }
    Path picture = folder(scan).resolve(name + kind);
    if (!Files.isRegularFile(picture)) {
      cutAgain(scan);
    }
    return Optional.of(picture).filter(Files::isRegularFile);
  }

  private boolean isSealed(Scan scan) throws IOException {
    List<Digest> originals =
        scan.enclosed()
            .flatMap(books.submissions()::find)
            .map(Submission::originals)
            .orElse(List.of(scan.file().digest()));
    for (Digest digest : originals) {
      if (tools.archive().sealing(digest).isPresent()) {
        return true;
      }
    }
    return false;
  }

  /** Pictures are no records: what is not there any more is made anew. */
  private synchronized void cutAgain(Scan scan) throws IOException {
    Optional<Call> call = books.calls().find(scan.call().orElseThrow());
    Optional<Dossier> dossier = dossier(scan);
    if (call.isPresent() && dossier.isPresent()) {
      cut(scan, dossier.get(), call.get(), folder(scan));
      tidy(folder(scan));
    }
  }

  private Path folder(Scan scan) {
    return crops.resolve(scan.id());
  }

  /** Only what is shown stays. */
  private static void tidy(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    List<Path> files;
    try (Stream<Path> found = Files.list(folder)) {
      files = found.toList();
    }
    for (Path file : files) {
      String name = file.getFileName().toString();
      if (!name.endsWith(FormCutter.PAPER) && !name.endsWith(FormCutter.FORM)) {
        Files.deleteIfExists(file);
      }
    }
  }
}
