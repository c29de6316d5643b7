package cn.baosong.web.page;

import cn.baosong.web.api.SealedShow;
import java.io.IOException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** 封存清单: what lies sealed, for its holder. */
@Controller
class SealedPage {
  private final SealedShow show;

  SealedPage(SealedShow show) {
    this.show = show;
  }

  @GetMapping("/sealed")
  String sealed(Model model) throws IOException {
    model.addAttribute("sealed", show.all());
    return "sealed";
  }
}
