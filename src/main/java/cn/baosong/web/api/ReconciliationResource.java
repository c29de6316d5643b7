package cn.baosong.web.api;

import cn.baosong.core.dossier.Masking;
import cn.baosong.desk.Reconciliation;
import cn.baosong.web.WebOffice;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** 对账: per source what it holds, what is registered, and the difference by name. */
@RestController
@Tag(name = "reconciliation")
class ReconciliationResource {
  private final Reconciliation reconciliation;
  private final WebOffice office;

  ReconciliationResource(Reconciliation reconciliation, WebOffice office) {
    this.reconciliation = reconciliation;
    this.office = office;
  }

  @JsonInclude(JsonInclude.Include.ALWAYS)
  record SourceView(
      String source,
      String channel,
      Optional<String> lastLook,
      Optional<String> error,
      long held,
      long registered,
      List<ItemView> difference) {}

  @JsonInclude(JsonInclude.Include.ALWAYS)
  record ItemView(String name, String reason, Optional<String> since, Optional<String> key) {}

  /** Which item of which source. */
  record Refetch(String source, String key) {}

  @PostMapping("/api/v1/reconciliation/refetch")
  @ResponseStatus(HttpStatus.ACCEPTED)
  void refetch(@RequestBody Refetch wanted) {
    if (!reconciliation.refetch(wanted.source(), wanted.key())) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND, "来源中没有这一件 no such item");
    }
  }

  @GetMapping("/api/v1/reconciliation")
  ListBody<SourceView> list() {
    return ListBody.whole(reconciliation.sources().stream().map(this::view).toList());
  }

  private SourceView view(Reconciliation.Source source) {
    return new SourceView(
        source.name(),
        source.channel().code(),
        source.lastLook().map(office::at),
        source.error(),
        source.held(),
        source.registered(),
        source.difference().stream()
            .map(
                item ->
                    new ItemView(
                        Masking.text(item.name()),
                        item.reason(),
                        item.since().map(office::at),
                        item.key()))
            .toList());
  }
}
