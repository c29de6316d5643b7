package cn.baosong.web.api;

import cn.baosong.core.submission.Channel;
import cn.baosong.core.submission.SubmissionNumber;
import cn.baosong.core.submission.SubmissionState;
import cn.baosong.desk.Filters;
import cn.baosong.desk.Page;
import cn.baosong.desk.Records.SubmissionLine;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Submissions to read. */
@RestController
@RequestMapping("/api/v1/submissions")
@Tag(name = "submissions")
class SubmissionsResource {
  private static final String LIST = "submissions";

  private final SubmissionShow show;

  SubmissionsResource(SubmissionShow show) {
    this.show = show;
  }

  @GetMapping
  @Parameter(name = "state", in = ParameterIn.QUERY)
  @Parameter(name = "call", in = ParameterIn.QUERY)
  @Parameter(name = "unit", in = ParameterIn.QUERY)
  @Parameter(name = "channel", in = ParameterIn.QUERY)
  @Parameter(name = "limit", in = ParameterIn.QUERY)
  @Parameter(name = "cursor", in = ParameterIn.QUERY)
  ListBody<SubmissionView> list(@Parameter(hidden = true) HttpServletRequest request) {
    Query query = Query.of(request, LIST, "state", "call", "unit", "channel");
    Filters.OfSubmissions filter =
        new Filters.OfSubmissions(
            query.code("state", SubmissionState.class),
            query.call(),
            query.unit(),
            query.value("channel", SubmissionsResource::channel));
    Page<SubmissionLine> page = show.list(filter, query.window());
    return new ListBody<>(
        show.views(page.items()), page.next().map(next -> Cursors.write(LIST, next)));
  }

  @GetMapping("/{number}")
  SubmissionDetail one(@PathVariable String number) {
    SubmissionNumber wanted = Numbered.submission(number);
    return show.detail(wanted).orElseThrow(Numbered::nothing);
  }

  private static Channel channel(String code) {
    return Channel.ofCode(code).orElseThrow(IllegalArgumentException::new);
  }
}
