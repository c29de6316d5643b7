package cn.baosong.web.api;

import cn.baosong.core.submission.Mail;
import cn.baosong.core.submission.SubmissionNumber;
import cn.baosong.desk.Correspondences;
import cn.baosong.desk.Page;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** 往来邮件: the mails that got no number. */
@RestController
@Tag(name = "correspondence")
class CorrespondenceResource {
  private static final String LIST = "correspondence";

  private final Correspondences kept;
  private final CorrespondenceShow show;

  CorrespondenceResource(Correspondences kept, CorrespondenceShow show) {
    this.kept = kept;
    this.show = show;
  }

  @GetMapping("/api/v1/correspondence")
  @Parameter(name = "submission", in = ParameterIn.QUERY)
  @Parameter(name = "kind", in = ParameterIn.QUERY)
  @Parameter(name = "limit", in = ParameterIn.QUERY)
  @Parameter(name = "cursor", in = ParameterIn.QUERY)
  ListBody<CorrespondenceView> list(@Parameter(hidden = true) HttpServletRequest request) {
    Query query = Query.of(request, LIST, "submission", "kind");
    Optional<SubmissionNumber> of = query.value("submission", SubmissionNumber::new);
    if (of.isPresent()) {
      return ListBody.whole(show.of(of.get().value()));
    }
    Page<CorrespondenceView> page = views(query);
    return ListBody.of(LIST, page, view -> view);
  }

  private Page<CorrespondenceView> views(Query query) {
    var mails = kept.all(query.value("kind", Mail.Kind::valueOf), query.window());
    return new Page<>(show.views(mails.items()), mails.next());
  }
}
