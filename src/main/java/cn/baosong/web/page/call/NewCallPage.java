package cn.baosong.web.page.call;

import cn.baosong.core.call.CallId;
import cn.baosong.desk.Calls;
import cn.baosong.desk.draft.DraftDesk;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** 新通知: its id, and whether it begins blank or as a copy. Nothing is stored by this. */
@Controller
class NewCallPage {
  private static final Pattern SHAPE = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

  private final Calls calls;
  private final DraftDesk desk;

  NewCallPage(Calls calls, DraftDesk desk) {
    this.calls = calls;
    this.desk = desk;
  }

  @GetMapping("/calls/new")
  String begin(
      @RequestParam(required = false) @Nullable String id,
      @RequestParam(defaultValue = "") String from,
      Model model) {
    String wrong = id == null ? "" : wrong(id.strip());
    if (id != null && wrong.isEmpty()) {
      return "redirect:"
          + UriComponentsBuilder.fromPath("/calls/" + id.strip() + "/edit")
              .queryParam("from", "{from}")
              .build(from);
    }
    model.addAttribute("calls", calls.live());
    model.addAttribute("id", id);
    model.addAttribute("from", from);
    model.addAttribute("wrong", wrong);
    return "call-new";
  }

  private String wrong(String id) {
    if (!SHAPE.matcher(id).matches() || id.equals("new") || id.equals("guide")) {
      return "draft.badid";
    }
    DraftDesk.Look look = desk.look(new CallId(id));
    return look.texts().isPresent() ? "draft.takenid" : "";
  }
}
