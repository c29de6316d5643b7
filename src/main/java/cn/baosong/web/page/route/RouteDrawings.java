package cn.baosong.web.page.route;

import cn.baosong.desk.Routes.Counts;
import cn.baosong.desk.route.RouteFiles;
import cn.baosong.desk.route.RouteModels;
import cn.baosong.desk.route.RouteStep;
import cn.baosong.desk.route.RouteStep.Kind;
import cn.baosong.desk.route.RouteStep.Way;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** A route drawn, told in words and shown as its file, in the language of the reader. */
@Component
class RouteDrawings {
  private static final Pattern BODY = Pattern.compile("\\$\\{(?:body\\.|variable\\.)?([^}]*)}");
  private static final Pattern BEAN = Pattern.compile("bean:(\\w+)\\?method=(\\w+)");
  private static final Pattern SECRET =
      Pattern.compile(
          "(?i)((?:password|passphrase|secret|token|accessKey)\\s*:\\s*)(?!\\s*[\"']?(?:RAW\\()?\\{\\{)[^,}\\n]+");

  private final RouteModels models;
  private final RouteFiles files;
  private final MessageSource messages;

  RouteDrawings(RouteModels models, RouteFiles files, MessageSource messages) {
    this.models = models;
    this.files = files;
    this.messages = messages;
  }

  Optional<Drawing> drawing(String route) {
    return models.of(route).map(new Layout(this::words, this::condition)::of);
  }

  /**
   * A step in words.
   *
   * @param depth how many others it is in
   * @param when it is done; empty when it always is
   */
  public record Told(
      int depth,
      String when,
      String name,
      String note,
      int line,
      Optional<Counts> counts,
      Optional<String> leadsTo) {}

  /** The same as the drawing, step by step. */
  List<Told> outline(String route) {
    List<Told> told = new ArrayList<>();
    models.of(route).ifPresent(source -> tell(source, 0, "", told));
    return told;
  }

  private void tell(RouteStep step, int depth, String when, List<Told> told) {
    Layout.Words words = words(step);
    told.add(
        new Told(
            depth, when, words.name(), words.note(), step.line(), step.counts(), step.leadsTo()));
    int within = step.kind() == Kind.SOURCE ? depth : depth + 1;
    for (Way way : step.ways()) {
      String first = way.when().isEmpty() ? "" : condition(way.when());
      for (RouteStep inside : way.steps()) {
        tell(inside, within, first, told);
        first = "";
      }
    }
  }

  /** The file as it runs, line by line; what is a secret is not shown. */
  List<String> text(String file) {
    return files.text(file).map(text -> SECRET.matcher(text).replaceAll("$1******")).stream()
        .flatMap(String::lines)
        .toList();
  }

  private Layout.Words words(RouteStep step) {
    String named = step.id().isEmpty() ? "" : message("routes.step." + step.id(), step.id());
    return switch (step.kind()) {
      case SOURCE -> {
        String scheme = step.note().split(":", 2)[0];
        yield new Layout.Words(message("routes.source." + scheme, scheme), step.note());
      }
      case HANDOVER ->
          step.leadsTo().isPresent() && named.isEmpty()
              ? new Layout.Words(step.leadsTo().get(), kind(step))
              : new Layout.Words(named.isEmpty() ? kind(step) : named, step.note());
      case BEAN ->
          named.isEmpty()
              ? new Layout.Words(message("routes.step." + step.note(), step.note()), "")
              : new Layout.Words(named, step.note());
      case CHOICE, EACH, FILTER, TRANSACTION, TRY, FAILURE, SEVERAL, SET, PLACE, OTHER ->
          new Layout.Words(named.isEmpty() ? kind(step) : named, step.note());
    };
  }

  private String kind(RouteStep step) {
    return message("routes.kind." + step.kind(), "");
  }

  /** Camel's words without its braces. */
  private String condition(String when) {
    if (when.equals(Way.OTHERWISE)) {
      return message("routes.otherwise", when);
    }
    String bare = BODY.matcher(when).replaceAll("$1").replace("==", "=").replace("'", "");
    return BEAN.matcher(bare).replaceAll("$1.$2").strip();
  }

  private String message(String key, String otherwise) {
    Locale locale = LocaleContextHolder.getLocale();
    return Objects.requireNonNullElse(messages.getMessage(key, null, otherwise, locale), otherwise);
  }
}
