package cn.baosong.web.page.sheet;

import cn.baosong.core.call.Call;
import cn.baosong.core.submission.Submission;
import cn.baosong.desk.Records;
import cn.baosong.desk.Refusal;
import cn.baosong.web.Registry;
import cn.baosong.web.WebOffice;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** 回执: what was received, when and by which evidence, to print for whoever asks. */
@Controller
class ReceiptSheet {
  private final Records records;
  private final Registry registry;
  private final WebOffice office;

  ReceiptSheet(Records records, Registry registry, WebOffice office) {
    this.records = records;
    this.registry = registry;
    this.office = office;
  }

  @GetMapping("/submissions/{publicId}/receipt")
  String receipt(@PathVariable String publicId, Model model) {
    Submission submission =
        records
            .submissionByPublicId(publicId)
            .orElseThrow(() -> Refusal.notFound("", "没有这份报送。", "There is no such submission."));
    model.addAttribute("submission", submission);
    model.addAttribute("sealed", submission.sealedFor().isPresent());
    model.addAttribute("unit", registry.unit(submission.unit()).map(u -> u.name()).orElse(""));
    Optional<Call> call = registry.call(submission.call());
    model.addAttribute("call", call.map(c -> c.heading().title()).orElse(""));
    model.addAttribute("office", call.map(c -> c.office().name()).orElse(""));
    model.addAttribute("now", office.clock().instant());
    return "receipt";
  }
}
