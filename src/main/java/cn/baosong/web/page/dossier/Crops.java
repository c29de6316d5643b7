package cn.baosong.web.page.dossier;

import cn.baosong.core.call.Call;
import cn.baosong.core.call.ComparedField;
import cn.baosong.core.call.ComparedField.Kind;
import cn.baosong.core.check.ScansOf;
import cn.baosong.core.dossier.Dossier;
import cn.baosong.core.dossier.FieldReading;
import cn.baosong.core.dossier.Scan;
import cn.baosong.desk.Calls;
import cn.baosong.desk.Dossiers;
import cn.baosong.desk.ReadingDesk;
import cn.baosong.desk.Refusal;
import cn.baosong.desk.Scans;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Which cells of a candidate's scanned forms there are pictures of, and the pictures. */
@Component
final class Crops {
  private final Scans scans;
  private final Dossiers dossiers;
  private final Calls calls;
  private final ReadingDesk desk;

  Crops(Scans scans, Dossiers dossiers, Calls calls, ReadingDesk desk) {
    this.scans = scans;
    this.dossiers = dossiers;
    this.calls = calls;
    this.desk = desk;
  }

  /** By field, of the office's own scans before what is enclosed, the latest first. */
  Map<String, Crop> of(Dossier dossier) {
    Map<String, Crop> crops = new LinkedHashMap<>();
    for (Scan scan : scansOf(dossier)) {
      scan.reading()
          .ifPresent(
              reading ->
                  reading.fields().stream()
                      .filter(f -> !f.crop().isEmpty())
                      .forEach(f -> crops.putIfAbsent(f.field(), crop(scan, f, dossier))));
    }
    return crops;
  }

  /** The mail room's scans that show a form of the candidate, in their order. */
  List<Scan> showing(Dossier dossier) {
    return ScansOf.showing(
        dossier,
        dossiers.ofUnit(dossier.call(), dossier.unit()),
        scans.ofUnit(dossier.call(), dossier.unit()));
  }

  /** Scans and enclosed forms of the candidate, with what came of reading them. */
  List<Scan> scansOf(Dossier dossier) {
    return ScansOf.read(
            dossier,
            dossiers.ofUnit(dossier.call(), dossier.unit()),
            scans.ofUnit(dossier.call(), dossier.unit()))
        .stream()
        .filter(scan -> scan.keyed().isEmpty())
        .sorted(Comparator.comparing(scan -> scan.enclosed().isPresent()))
        .toList();
  }

  /**
   * One cell of the candidate's.
   *
   * @throws Refusal when there is none
   */
  Crop find(Dossier dossier, String scan, String cell) {
    return scansOf(dossier).stream()
        .filter(s -> s.id().equals(scan))
        .flatMap(
            s ->
                s.reading().stream()
                    .flatMap(r -> r.fields().stream())
                    .filter(f -> f.crop().equals(cell))
                    .map(f -> crop(s, f, dossier)))
        .findFirst()
        .orElseThrow(Crops::nothing);
  }

  /**
   * A picture.
   *
   * @throws Refusal when there is none any more
   */
  byte[] picture(Crop crop, String kind) throws IOException {
    Scan scan = scans.find(crop.scan()).orElseThrow(Crops::nothing);
    Path picture = desk.picture(scan, crop.cell(), kind).orElseThrow(Crops::nothing);
    return Files.readAllBytes(picture);
  }

  /** The same within a page, for what no address may give. */
  String inline(Crop crop, String kind) throws IOException {
    return "data:image/png;base64," + Base64.getEncoder().encodeToString(picture(crop, kind));
  }

  private Crop crop(Scan scan, FieldReading field, Dossier dossier) {
    return new Crop(
        scan.id(),
        field.crop(),
        isNumber(field.field(), dossier),
        scan.file().name(),
        field.page());
  }

  private boolean isNumber(String field, Dossier dossier) {
    Optional<Call> call = calls.find(dossier.call());
    return call.isEmpty()
        || call.get().person().identity().equals(field)
        || call.get().paper().compared().stream()
            .filter(c -> c.field().equals(field))
            .map(ComparedField::kind)
            .anyMatch(Kind.IDENTITY_NUMBER::equals);
  }

  private static Refusal nothing() {
    return Refusal.notFound("", "没有这幅图像。", "There is no such picture.");
  }
}
