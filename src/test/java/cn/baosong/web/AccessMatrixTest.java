package cn.baosong.web;

import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.desk.Accounts.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.web.access.WebInvocationPrivilegeEvaluator;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Each role at each address with each verb that is answered there, held against the table that was
 * read by a person: {@code src/test/resources/access/matrix.txt}. What is there now lies in {@code
 * target/access-matrix.txt} afterwards.
 */
class AccessMatrixTest extends OpenOffice {
  private static final Path READ = Path.of("src/test/resources/access/matrix.txt");
  private static final Path FOUND = Path.of("target/access-matrix.txt");
  private static final String NOBODY = "nobody";

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  RequestMappingHandlerMapping answered;

  @Autowired WebInvocationPrivilegeEvaluator gates;

  /** An address with a verb. */
  private record Way(String path, String verb) {
    /** Path variables as somebody would fill them in. */
    String address() {
      return path.replaceAll("\\{[^}/]*(\\{[^}]*}[^}/]*)?}", "x");
    }
  }

  @Test
  void letsEachRoleDoWhatIsItsAndNothingElse() throws IOException {
    List<String> table = ways().map(this::row).toList();
    Files.write(FOUND, table);

    assertThat(table).isEqualTo(Files.readAllLines(READ));
  }

  @Test
  void letsNobodyInWhoHasNotLoggedIn() {
    assertThat(ways().filter(way -> may(way, NOBODY)).map(Way::path).collect(Collectors.toSet()))
        .containsExactly("/login");
  }

  @Test
  void letsAnAuditorChangeNothingButWhatIsTheirs() {
    Set<String> own = Set.of("/me/", "/api/v1/tokens", "/audit/chain");
    assertThat(ways().filter(way -> !way.verb().equals("GET") && may(way, Role.AUDITOR.name())))
        .allMatch(way -> own.stream().anyMatch(way.path()::startsWith));
  }

  private Stream<Way> ways() {
    return answered.getHandlerMethods().keySet().stream()
        .flatMap(AccessMatrixTest::ways)
        .filter(way -> !way.path().startsWith("/error") && !way.path().startsWith("/v3/"))
        .sorted(java.util.Comparator.comparing(Way::path).thenComparing(Way::verb))
        .distinct();
  }

  private static Stream<Way> ways(RequestMappingInfo info) {
    Set<String> verbs =
        info.getMethodsCondition().getMethods().stream()
            .map(RequestMethod::name)
            .collect(Collectors.toCollection(TreeSet::new));
    return info.getPatternValues().stream()
        .flatMap(
            path ->
                (verbs.isEmpty() ? Set.of("GET") : verbs)
                    .stream().map(verb -> new Way(path, verb)));
  }

  private String row(Way way) {
    String roles =
        Stream.of(Role.values())
            .map(Role::name)
            .filter(role -> may(way, role))
            .collect(Collectors.joining(" "));
    return "%-6s %-60s %s".formatted(way.verb(), way.path(), roles).stripTrailing();
  }

  private boolean may(Way way, String role) {
    return gates.isAllowed("", way.address(), way.verb(), as(role));
  }

  private static Authentication as(String role) {
    if (role.equals(NOBODY)) {
      return new AnonymousAuthenticationToken(
          NOBODY, NOBODY, AuthorityUtils.createAuthorityList("ROLE_ANONYMOUS"));
    }
    return UsernamePasswordAuthenticationToken.authenticated(
        new Viewer(role, Set.of(Role.valueOf(role)), Set.of()),
        "",
        AuthorityUtils.createAuthorityList("ROLE_" + role));
  }
}
