package cn.baosong.web.security;

import cn.baosong.core.submission.Digest;
import cn.baosong.desk.Accounts;
import cn.baosong.desk.Accounts.Account;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.web.filter.OncePerRequestFilter;

/** Signs a program in by its bearer token (RFC 6750), of which only the digest is known here. */
final class BearerTokens extends OncePerRequestFilter {
  private static final String SCHEME = "Bearer ";
  private static final int LONGEST = 500;

  private final Accounts accounts;
  private final AuthenticationEntryPoint refusal;

  BearerTokens(Accounts accounts, AuthenticationEntryPoint refusal) {
    this.accounts = accounts;
    this.refusal = refusal;
  }

  static Digest digest(String token) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      return new Digest(
          HexFormat.of().formatHex(sha.digest(token.getBytes(StandardCharsets.UTF_8))));
    } catch (NoSuchAlgorithmException absent) {
      throw new IllegalStateException("every Java runtime has SHA-256", absent);
    }
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String header = request.getHeader("Authorization");
    if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      chain.doFilter(request, response);
      return;
    }
    Optional<Account> account = account(header.substring(SCHEME.length()).strip());
    if (account.isEmpty()) {
      refusal.commence(request, response, new BadCredentialsException("unknown token"));
      return;
    }
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(Signed.in(account.get()));
    SecurityContextHolder.setContext(context);
    chain.doFilter(request, response);
  }

  /** A lock is for passwords; a token outlasts it, a disabled account does not. */
  private Optional<Account> account(String token) {
    return token.isEmpty() || token.length() > LONGEST
        ? Optional.empty()
        : accounts.byToken(digest(token)).filter(a -> !a.disabled());
  }
}
