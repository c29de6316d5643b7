package cn.baosong.web.page.call;

import cn.baosong.desk.draft.DraftDesk;
import cn.baosong.desk.draft.Edition;
import cn.baosong.desk.draft.FileNames;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What stands in the editor: only files of the closed list are read of a request.
 *
 * @param seen entity tag of the call when the editor was opened
 */
record Typed(Map<String, String> files, String reason, String seen) {
  static Typed of(HttpServletRequest request) {
    Map<String, String> files = new LinkedHashMap<>();
    for (String name : FileNames.editable()) {
      String text = text(request.getParameter(name));
      if (!text.isBlank()) {
        files.put(name, text);
      }
    }
    return new Typed(
        files, text(request.getParameter("reason")), text(request.getParameter("seen")));
  }

  /** A browser sends every line end as two characters, whatever it was given. */
  private static String text(@Nullable String sent) {
    return sent == null ? "" : sent.replace("\r\n", "\n");
  }

  DraftDesk.Writing writing() {
    return new DraftDesk.Writing(files, Edition.read(seen), reason);
  }

  Typed seeing(Edition now) {
    return new Typed(files, reason, now.toString());
  }
}
