package cn.baosong.web.page.dossier;

import cn.baosong.desk.LeafPress.Leaf;
import cn.baosong.web.page.Times;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** 纸电核对表 as a paper for the file: in Chinese whoever prints it, numbers masked as on the page. */
@Component
final class ComparisonLeaf {
  private final MessageSource words;
  private final Times times;

  ComparisonLeaf(MessageSource words, Times times) {
    this.words = words;
    this.times = times;
  }

  Leaf of(DossierSheet sheet, Instant now) {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put(
        say("page.candidate"),
        sheet.view().candidate().name() + " " + sheet.view().candidate().identity().orElse(""));
    facts.put(say("page.unit"), sheet.view().unitName().orElse(sheet.view().unit()));
    facts.put(
        say("page.call"), sheet.call().map(c -> c.heading().title()).orElse(sheet.view().call()));
    facts.put(say("page.state"), say("state." + sheet.view().state()));
    List<FieldRow> compared = sheet.compared();
    List<String> notes = new ArrayList<>();
    if (compared.isEmpty()) {
      notes.add(say("dossier.sheet.nothing"));
    }
    notes.add(say("dossier.sheet.limit"));
    notes.add(say("sheet.printed", times.moment(now)));
    return new Leaf(
        say("dossier.sheet"),
        sheet.view().number(),
        facts,
        compared.isEmpty() ? List.of() : table(compared),
        notes,
        List.of(say("dossier.sheet.by"), say("dossier.sheet.checked")),
        Optional.empty());
  }

  private List<List<String>> table(List<FieldRow> compared) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        List.of(
            say("dossier.field"),
            say("dossier.paper"),
            say("dossier.difference"),
            say("dossier.electronic"),
            say("dossier.source")));
    compared.forEach(row -> rows.add(cells(row)));
    return rows;
  }

  private List<String> cells(FieldRow row) {
    return List.of(
        row.field(),
        stated(row.paper(), row.normalPaper()),
        say("difference." + row.verdict().orElseThrow()),
        stated(row.electronic(), row.normalElectronic()),
        row.source().orElseGet(() -> say("dossier.declared")));
  }

  private static String stated(String written, Optional<String> normal) {
    return (written.isBlank() ? "—" : written) + normal.map(n -> " = " + n).orElse("");
  }

  private String say(String key, Object... with) {
    return words.getMessage(key, with, Locale.SIMPLIFIED_CHINESE);
  }
}
