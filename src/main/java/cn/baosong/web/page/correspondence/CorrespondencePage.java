package cn.baosong.web.page.correspondence;

import cn.baosong.core.submission.Correspondence;
import cn.baosong.desk.Correspondences;
import cn.baosong.desk.Page;
import cn.baosong.desk.Window;
import cn.baosong.web.api.CorrespondenceShow;
import cn.baosong.web.page.Cursor;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 往来邮件: answers, absences, reports of non-delivery, our own letters that came back. */
@Controller
class CorrespondencePage {
  private static final int ROWS = 50;

  private final Correspondences kept;
  private final CorrespondenceShow show;

  CorrespondencePage(Correspondences kept, CorrespondenceShow show) {
    this.kept = kept;
    this.show = show;
  }

  @GetMapping("/correspondence")
  String list(@RequestParam(required = false) @Nullable String cursor, Model model) {
    Page<Correspondence> page =
        kept.all(new Window(ROWS, Cursor.read(Optional.ofNullable(cursor))));
    model.addAttribute("mails", show.views(page.items()));
    model.addAttribute("next", page.next().map(Cursor::write).orElse(null));
    return "correspondence";
  }
}
