package cn.baosong.desk.draft;

import cn.baosong.core.notice.LetterKind;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * The files of a call's folder that are text and may be edited in the browser: a closed list, so
 * that no path of a client ever names a file.
 */
public final class FileNames {
  public static final String CALL = "call.yaml";
  public static final String FORM = "form.schema.json";
  public static final String CASES = "cases.yaml";

  /** Written by settling only; shown, never drafted. */
  public static final String SETTLEMENTS = "settlements.yaml";

  private static final List<String> EDITABLE =
      Stream.concat(
              Stream.of(CALL, FORM, CASES),
              Arrays.stream(LetterKind.values()).map(kind -> "notices/" + kind + ".txt"))
          .toList();

  private FileNames() {}

  /** In the order in which an author would walk through them. */
  public static List<String> editable() {
    return EDITABLE;
  }

  public static boolean isEditable(String name) {
    return EDITABLE.contains(name);
  }

  /** Whether its text is shown. */
  public static boolean isShown(String name) {
    return isEditable(name) || name.equals(SETTLEMENTS);
  }
}
