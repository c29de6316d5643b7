package cn.baosong.web.api;

import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The sealed originals that still lie in the office. */
@RestController
@Tag(name = "sealed")
class SealedResource {
  private final SealedShow show;

  SealedResource(SealedShow show) {
    this.show = show;
  }

  @GetMapping("/api/v1/sealed")
  ListBody<SealedView> list() throws IOException {
    return ListBody.whole(show.all());
  }
}
