package cn.baosong.reader.lint;

import java.util.Comparator;
import java.util.List;

/** Everything that is asked of a call. */
public final class Lints {
  private static final List<Lint> ALL =
      List.of(
          new HeadingLint(),
          new ParentLint(),
          new MailboxLint(),
          new DeadlineLint(),
          new LatenessLint(),
          new RemarkLint(),
          new QuotaLint(),
          new RuleLint(),
          new CoverLint(),
          new ConditionLint(),
          new CopiesLint(),
          new PublicityLint(),
          new RulingLint(),
          new EndpointLint());

  private Lints() {}

  /** In the order in which an author would walk through the file. */
  public static List<Warning> warnings(Draft draft) {
    return ALL.stream()
        .flatMap(lint -> lint.warnings(draft).stream())
        .distinct()
        .sorted(Comparator.comparing(Warning::file).thenComparingInt(Warning::line))
        .toList();
  }
}
