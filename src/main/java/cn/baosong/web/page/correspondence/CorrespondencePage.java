package cn.baosong.web.page.correspondence;

import cn.baosong.core.submission.Correspondence;
import cn.baosong.core.submission.Mail;
import cn.baosong.desk.Correspondences;
import cn.baosong.desk.Page;
import cn.baosong.desk.Window;
import cn.baosong.web.api.CorrespondenceShow;
import cn.baosong.web.page.Cursor;
import java.util.Arrays;
import java.util.List;
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

  /** All but what gets a number. */
  private static final List<Mail.Kind> KINDS =
      Arrays.stream(Mail.Kind.values()).filter(kind -> kind != Mail.Kind.SUBMISSION).toList();

  private final Correspondences kept;
  private final CorrespondenceShow show;

  CorrespondencePage(Correspondences kept, CorrespondenceShow show) {
    this.kept = kept;
    this.show = show;
  }

  @GetMapping("/correspondence")
  String list(
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(required = false) @Nullable String kind,
      Model model) {
    Optional<Mail.Kind> only = KINDS.stream().filter(k -> k.name().equals(kind)).findFirst();
    Page<Correspondence> page =
        kept.all(only, new Window(ROWS, Cursor.read(Optional.ofNullable(cursor))));
    model.addAttribute("kinds", KINDS);
    model.addAttribute("kind", only.map(Mail.Kind::name).orElse(null));
    model.addAttribute("mails", show.views(page.items()));
    model.addAttribute("next", page.next().map(Cursor::write).orElse(null));
    return "correspondence";
  }
}
