package cn.baosong.core.check;

import cn.baosong.core.call.ComparedField;
import cn.baosong.core.call.PaperPolicy.Mode;
import cn.baosong.core.dossier.DifferenceClass;
import cn.baosong.core.dossier.Dossier;
import cn.baosong.core.dossier.FieldDifferences;
import cn.baosong.core.dossier.FieldReading;
import cn.baosong.core.dossier.PaperReading;
import cn.baosong.core.dossier.Scan;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a machine read off the scans of a candidate's form (识别). What agrees with the electronic
 * form was read, however unsure the machine is, unless somebody's pen went over it; what differs
 * was only read where it is sure.
 *
 * @param fields what was read
 * @param doubtful what was seen and not read
 * @param awaited a scan of the mail room's that is still to be read; empty when there is none
 */
record FormOcr(Map<String, Read> fields, Map<String, Read> doubtful, String awaited) {

  /** What stands in a cell, and where. */
  record Read(FieldReading reading, String place) {}

  static FormOcr of(Dossier dossier, UnitCase facts, FieldDifferences differences) {
    Map<String, Read> fields = new HashMap<>();
    Map<String, Read> doubtful = new HashMap<>();
    for (ComparedField field : facts.call().paper().compared()) {
      String electronic = dossier.form().text(field.field()).orElse("");
      latest(field, dossier, facts)
          .ifPresent(
              read ->
                  (isKnown(read.reading(), field, electronic, differences) ? fields : doubtful)
                      .put(field.field(), read));
    }
    return new FormOcr(fields, doubtful, awaited(dossier, facts));
  }

  /** The office's own scans before what is enclosed, the latest first. */
  private static Optional<Read> latest(ComparedField field, Dossier dossier, UnitCase facts) {
    return Stream.concat(
            scans(dossier, facts).filter(s -> s.enclosed().isEmpty()),
            scans(dossier, facts)
                .filter(s -> s.enclosed().isPresent())
                .filter(s -> facts.call().paper().mode() == Mode.SCAN))
        .flatMap(s -> s.reading().flatMap(r -> seen(field, r)).map(r -> read(s, r)).stream())
        .findFirst();
  }

  /** A pen's work shows though nobody could read the form. */
  private static Optional<FieldReading> seen(ComparedField field, PaperReading reading) {
    return reading
        .field(field.field())
        .filter(f -> reading.state() == PaperReading.State.READ || f.unlike());
  }

  private static Read read(Scan scan, FieldReading reading) {
    return new Read(
        reading,
        "%s 第%d页识别（%d%%）"
            .formatted(scan.file().path(), reading.page(), Math.round(100 * reading.confidence())));
  }

  private static boolean isKnown(
      FieldReading reading, ComparedField field, String electronic, FieldDifferences differences) {
    if (reading.value().isBlank() || electronic.isBlank()) {
      return false;
    }
    DifferenceClass found =
        differences.compare(field.kind(), reading.value(), electronic).difference();
    boolean agrees = found == DifferenceClass.EQUAL || found == DifferenceClass.COSMETIC;
    return agrees ? !reading.unlike() : reading.isSure();
  }

  private static String awaited(Dossier dossier, UnitCase facts) {
    return scans(dossier, facts)
        .filter(s -> s.enclosed().isEmpty() && s.isAwaited())
        .map(s -> s.file().path())
        .findFirst()
        .orElse("");
  }

  private static Stream<Scan> scans(Dossier dossier, UnitCase facts) {
    return ScansOf.read(dossier, facts.dossiers(), facts.scans()).stream();
  }
}
