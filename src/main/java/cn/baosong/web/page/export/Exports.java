package cn.baosong.web.page.export;

import cn.baosong.desk.Act;
import cn.baosong.desk.Audit;
import cn.baosong.desk.SheetPress;
import cn.baosong.web.Viewer;
import cn.baosong.web.WebOffice;
import cn.baosong.web.page.Times;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Hands a list out as a workbook, and has it in the journal who took what. */
@Component
public final class Exports {
  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  /** Each reads the whole list, so few do so at a time. */
  private static final int AT_ONCE = 2;

  private final SheetPress press;
  private final Audit audit;
  private final WebOffice office;
  private final Times times;
  private final MessageSource words;
  private final Semaphore free = new Semaphore(AT_ONCE);

  Exports(SheetPress press, Audit audit, WebOffice office, Times times, MessageSource words) {
    this.press = press;
    this.audit = audit;
    this.office = office;
    this.times = times;
    this.words = words;
  }

  /**
   * A list to hand out.
   *
   * @param title key of its name
   * @param filter what it is narrowed to, in words
   */
  public record Taken(
      String title,
      String filter,
      List<SheetPress.Column> columns,
      Stream<List<SheetPress.Cell>> rows) {}

  /** Writes the answer; 503 while others take theirs. */
  public void answer(Taken taken, Viewer viewer, HttpServletResponse response) throws IOException {
    if (!free.tryAcquire()) {
      response.setHeader(HttpHeaders.RETRY_AFTER, "30");
      response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
      return;
    }
    try {
      String title = word(taken.title());
      audit.note(
          title, new Act(Act.Kind.LIST_EXPORTED, viewer.name(), title + "：" + taken.filter()));
      String now = times.moment(office.clock().instant());
      response.setContentType(XLSX);
      response.setHeader(
          HttpHeaders.CONTENT_DISPOSITION,
          ContentDisposition.attachment()
              .filename(title + "-" + now.substring(0, 10) + ".xlsx", StandardCharsets.UTF_8)
              .build()
              .toString());
      List<String> heading =
          List.of(
              title, word("export.by", now, viewer.name()), word("export.filter", taken.filter()));
      press.print(
          new SheetPress.Sheet(title, heading, taken.columns(), taken.rows()),
          response.getOutputStream());
    } finally {
      free.release();
    }
  }

  /** A column named like that of the page. */
  public SheetPress.Column column(String key, int width) {
    return new SheetPress.Column(word(key), width);
  }

  public String word(String key, Object... facts) {
    return words.getMessage(key, facts, key, LocaleContextHolder.getLocale());
  }

  /** What a list is narrowed to, as "name=value", or that it is whole. */
  public String filter(String... namesAndValues) {
    StringBuilder told = new StringBuilder();
    for (int i = 0; i + 1 < namesAndValues.length; i += 2) {
      if (!namesAndValues[i + 1].isBlank()) {
        told.append(told.isEmpty() ? "" : "; ");
        told.append(namesAndValues[i]).append('=').append(namesAndValues[i + 1]);
      }
    }
    return told.isEmpty() ? word("page.all") : told.toString();
  }

  public static List<SheetPress.Cell> row(SheetPress.Cell... cells) {
    return Arrays.asList(cells);
  }
}
