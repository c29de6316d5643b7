package cn.baosong.config;

import cn.baosong.camel.route.BrokenRoutes;
import cn.baosong.settings.UnknownSettings;
import cn.baosong.store.AnotherProcess;
import java.sql.SQLException;
import java.util.Optional;
import org.h2.api.ErrorCode;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;

/** The cause and what to do about it, in the place of a stack trace, where an operator erred. */
final class WhyNotStarted implements FailureAnalyzer {
  @Override
  public @Nullable FailureAnalysis analyze(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      Optional<String> words = words(cause);
      if (words.isPresent()) {
        return new FailureAnalysis(words.get(), null, failure);
      }
    }
    return null;
  }

  private static Optional<String> words(Throwable cause) {
    if (cause instanceof UnknownSettings
        || cause instanceof BrokenRoutes
        || cause instanceof AnotherProcess) {
      return Optional.ofNullable(cause.getMessage());
    }
    return cause instanceof SQLException refused
            && refused.getErrorCode() == ErrorCode.DATABASE_ALREADY_OPEN_1
        ? Optional.ofNullable(new AnotherProcess("数据库 the database").getMessage())
        : Optional.empty();
  }
}
