package cn.baosong.web.page.paper;

import cn.baosong.core.dossier.PaperRecord;
import cn.baosong.desk.Accounts.Role;
import cn.baosong.desk.Calls;
import cn.baosong.desk.Records;
import cn.baosong.web.Viewer;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** 一件邮件: its cover, its people and where their paper went, and what happened to it. */
@Controller
class ParcelPage {
  private final Records records;
  private final ParcelSheets sheets;
  private final Calls calls;

  ParcelPage(Records records, ParcelSheets sheets, Calls calls) {
    this.calls = calls;
    this.records = records;
    this.sheets = sheets;
  }

  @GetMapping("/paper/{number:YZ-[0-9-]+}")
  String parcel(@PathVariable String number, @AuthenticationPrincipal Viewer viewer, Model model) {
    PaperRecord paper =
        Parcels.number(number).flatMap(records::paper).orElseThrow(Parcels::nothing);
    model.addAttribute("sheet", sheets.of(paper, viewer));
    model.addAttribute("keys", viewer.is(Role.CLERK) || viewer.is(Role.MAIL_ROOM));
    model.addAttribute("moves", viewer.is(Role.CLERK));
    model.addAttribute("calls", calls.live());
    model.addAttribute("whole", viewer.seesAllDossiers());
    return "parcel";
  }
}
