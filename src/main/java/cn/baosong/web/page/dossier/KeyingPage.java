package cn.baosong.web.page.dossier;

import cn.baosong.core.call.ComparedField;
import cn.baosong.core.dossier.Dossier;
import cn.baosong.core.dossier.Keyings;
import cn.baosong.desk.Act;
import cn.baosong.desk.Audit;
import cn.baosong.desk.FormCutter;
import cn.baosong.desk.KeyingDesk;
import cn.baosong.desk.Records;
import cn.baosong.desk.Refusal;
import cn.baosong.web.Viewer;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * 盲录: one person types what the paper says. The page shows the paper and neither the data nor what
 * another typed.
 */
@Controller
class KeyingPage {
  private static final String FIELD = "field";

  private final Records records;
  private final KeyingDesk desk;
  private final Crops crops;
  private final Audit audit;

  KeyingPage(Records records, KeyingDesk desk, Crops crops, Audit audit) {
    this.records = records;
    this.desk = desk;
    this.crops = crops;
    this.audit = audit;
  }

  /**
   * A field to be typed.
   *
   * @param name of its input
   * @param picture of its cell; empty where the paper is in hand only
   * @param typed what this person has typed so far
   */
  public record Asked(String name, String label, Optional<String> picture, String typed) {}

  @GetMapping("/dossiers/{publicId}/keying")
  String page(@PathVariable String publicId, @AuthenticationPrincipal Viewer viewer, Model model)
      throws IOException {
    return show(dossier(publicId), Map.of(), viewer, model);
  }

  @PostMapping("/dossiers/{publicId}/keying")
  String key(
      @PathVariable String publicId,
      @RequestParam Map<String, String> sent,
      @AuthenticationPrincipal Viewer viewer,
      Model model,
      HttpServletResponse response,
      RedirectAttributes told)
      throws IOException {
    Dossier dossier = dossier(publicId);
    List<ComparedField> fields = desk.fields(dossier);
    Map<String, String> typed = new HashMap<>();
    for (int i = 0; i < fields.size(); i++) {
      typed.put(fields.get(i).field(), sent.getOrDefault(FIELD + i, ""));
    }
    try {
      Keyings now = desk.key(dossier, typed, viewer.name());
      told.addFlashAttribute("keyed", now.open() ? "keying.more" : "keying.whole");
      return "redirect:/dossiers/" + publicId + "/keying";
    } catch (Refusal refused) {
      response.setStatus(
          refused.kind() == Refusal.Kind.CONFLICT
              ? HttpStatus.CONFLICT.value()
              : HttpStatus.UNPROCESSABLE_ENTITY.value());
      model.addAttribute("refused", refused);
      return show(dossier, typed, viewer, model);
    }
  }

  private String show(Dossier dossier, Map<String, String> typed, Viewer viewer, Model model)
      throws IOException {
    Keyings before = desk.of(dossier);
    boolean own = before.isBy(viewer.name());
    boolean asks = before.open() && !own && dossier.state().isOpen();
    model.addAttribute("number", dossier.number().value());
    model.addAttribute("publicId", dossier.publicId());
    model.addAttribute("times", before.entries().size());
    model.addAttribute("own", own);
    model.addAttribute("open", before.open());
    model.addAttribute("asks", asks);
    model.addAttribute("fields", asks ? asked(dossier, typed, viewer) : List.of());
    return "keying";
  }

  /** Who types sees the paper's cells in full, which is kept. */
  private List<Asked> asked(Dossier dossier, Map<String, String> typed, Viewer viewer)
      throws IOException {
    Map<String, Crop> pictures = crops.of(dossier);
    List<Asked> asked = new ArrayList<>();
    boolean number = false;
    List<ComparedField> fields = desk.fields(dossier);
    for (int i = 0; i < fields.size(); i++) {
      String field = fields.get(i).field();
      Crop crop = pictures.get(field);
      number |= crop != null && crop.withheld();
      asked.add(
          new Asked(
              FIELD + i,
              field,
              crop == null ? Optional.empty() : Optional.of(crops.inline(crop, FormCutter.PAPER)),
              typed.getOrDefault(field, "")));
    }
    if (number) {
      audit.note(
          dossier.number().value(), new Act(Act.Kind.IDENTITY_SHOWN, viewer.name(), "纸质件盲录"));
    }
    return asked;
  }

  /** The mail room sees no dossiers, and of this one only its paper. */
  private Dossier dossier(String publicId) {
    return records
        .dossierByPublicId(publicId)
        .orElseThrow(() -> Refusal.notFound("", "没有这份卷宗。", "There is no such dossier."));
  }
}
