package cn.baosong.web.page.dossier;

import cn.baosong.core.decision.Ruling;
import cn.baosong.core.dossier.Dossier;
import cn.baosong.core.dossier.DossierState;
import cn.baosong.desk.Accounts.Role;
import cn.baosong.desk.Calls;
import cn.baosong.desk.Page;
import cn.baosong.desk.PendingRulings;
import cn.baosong.desk.Records;
import cn.baosong.desk.Window;
import cn.baosong.web.Viewer;
import cn.baosong.web.api.DossierShow;
import cn.baosong.web.api.DossierView;
import cn.baosong.web.page.Cursor;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 卷宗: the candidates, narrowed to what somebody looks for. */
@Controller
class DossierListPage {
  private static final int PEOPLE = 50;
  private static final Set<String> DONE = Set.of("PASS", "REMARK");

  private final Records records;
  private final DossierShow dossiers;
  private final Calls calls;
  private final PendingRulings pending;

  DossierListPage(Records records, DossierShow dossiers, Calls calls, PendingRulings pending) {
    this.records = records;
    this.dossiers = dossiers;
    this.calls = calls;
    this.pending = pending;
  }

  @GetMapping("/dossiers")
  String dossiers(
      Wanted wanted,
      @RequestParam(required = false) @Nullable String cursor,
      @AuthenticationPrincipal Viewer viewer,
      Model model) {
    Page<Dossier> page =
        records.dossiers(
            wanted.filter(viewer), new Window(PEOPLE, Cursor.read(Optional.ofNullable(cursor))));
    List<DossierView> people = dossiers.views(page.items());
    model.addAttribute("wanted", wanted);
    model.addAttribute("states", DossierState.values());
    model.addAttribute("calls", calls.live());
    model.addAttribute("departments", departments());
    model.addAttribute("counts", viewer.seesAllDossiers() ? records.dossierCounts() : Map.of());
    model.addAttribute("dossiers", people);
    model.addAttribute("ids", ids(page.items()));
    model.addAttribute("open", open(people));
    model.addAttribute("awaiting", viewer.seesAllDossiers() ? pending.awaiting() : 0);
    model.addAttribute("rules", viewer.is(Role.CLERK));
    model.addAttribute("kinds", Ruling.Kind.values());
    model.addAttribute("most", BulkPage.MOST);
    model.addAttribute("next", page.next().map(Cursor::write).orElse(null));
    return "dossiers";
  }

  /** Names by id; the same id in two calls is the same queue. */
  private Map<String, String> departments() {
    Map<String, String> names = new TreeMap<>();
    calls.live().forEach(c -> c.departments().forEach(d -> names.putIfAbsent(d.id(), d.name())));
    return names;
  }

  private static Map<String, String> ids(List<Dossier> page) {
    return page.stream().collect(Collectors.toMap(d -> d.number().value(), Dossier::publicId));
  }

  /** What is left to do about each person, each kind once. */
  private static Map<String, List<Point>> open(List<DossierView> people) {
    return people.stream()
        .collect(
            Collectors.toMap(
                DossierView::number,
                d ->
                    d.findings().stream()
                        .filter(f -> !DONE.contains(f.outcome()))
                        .map(f -> new Point(f.code(), f.outcome()))
                        .distinct()
                        .toList()));
  }

  /** A kind of finding. */
  record Point(String code, String outcome) {}
}
