package cn.baosong.web.api;

import cn.baosong.desk.Accounts;
import cn.baosong.desk.Accounts.Token;
import cn.baosong.desk.Act;
import cn.baosong.web.Viewer;
import cn.baosong.web.WebOffice;
import cn.baosong.web.security.Credentials;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The bearer tokens of one's own account. */
@RestController
@RequestMapping("/api/v1/tokens")
@Tag(name = "accounts")
class TokensResource {
  private static final int USUAL_DAYS = 90;
  private static final int MOST_DAYS = 366;

  private final Credentials credentials;
  private final Accounts accounts;
  private final WebOffice office;

  TokensResource(Credentials credentials, Accounts accounts, WebOffice office) {
    this.credentials = credentials;
    this.accounts = accounts;
    this.office = office;
  }

  record TokenBody(@Nullable String label, @Nullable Integer days) {}

  /**
   * @param token the secret; told once, when it is issued
   */
  record IssuedView(String id, String token, String expires) {}

  @JsonInclude(JsonInclude.Include.ALWAYS)
  record TokenView(String id, String label, String created, Optional<String> expires) {}

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  IssuedView issue(@RequestBody TokenBody body, @AuthenticationPrincipal Viewer viewer) {
    Fields fields = new Fields();
    Optional<String> label = fields.required("label", body.label());
    int days = body.days() == null ? USUAL_DAYS : body.days();
    if (days < 1 || days > MOST_DAYS) {
      fields.fault("days", "days 应为 1 至 366。", "days is 1 to 366.");
    }
    fields.check();
    Credentials.Issued issued =
        credentials.issue(viewer.name(), label.orElseThrow(), Duration.ofDays(days));
    return new IssuedView(
        issued.token().id(), issued.secret(), office.at(issued.token().expires().orElseThrow()));
  }

  @GetMapping
  ListBody<TokenView> list(@AuthenticationPrincipal Viewer viewer) {
    return ListBody.whole(accounts.tokens(viewer.name()).stream().map(this::view).toList());
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void revoke(@PathVariable String id, @AuthenticationPrincipal Viewer viewer) {
    Act act = new Act(Act.Kind.TOKEN_REVOKED, viewer.name(), "");
    if (!accounts.revoke(viewer.name(), id, act)) {
      throw Numbered.nothing();
    }
  }

  private TokenView view(Token token) {
    return new TokenView(
        token.id(), token.label(), office.at(token.created()), token.expires().map(office::at));
  }
}
