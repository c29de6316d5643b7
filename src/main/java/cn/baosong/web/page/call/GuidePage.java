package cn.baosong.web.page.call;

import cn.baosong.desk.draft.DraftDesk;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** 键表: every key that a call may have, in the words of its schema. */
@Controller
class GuidePage {
  private final DraftDesk desk;

  GuidePage(DraftDesk desk) {
    this.desk = desk;
  }

  @GetMapping("/calls/guide")
  String show(Model model) {
    model.addAttribute("keys", desk.guide());
    return "call-guide";
  }
}
