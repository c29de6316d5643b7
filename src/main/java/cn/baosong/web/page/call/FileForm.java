package cn.baosong.web.page.call;

import cn.baosong.core.call.CallFault;
import cn.baosong.desk.draft.FileNames;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A file in the editor.
 *
 * @param open whether it is unfolded
 * @param wrong lines that have a fault
 */
public record FileForm(String name, String text, boolean open, Set<Integer> wrong) {
  /** Room for lines that are yet to be typed. */
  private static final int MORE = 60;

  static List<FileForm> of(Map<String, String> texts, List<CallFault> faults) {
    return FileNames.editable().stream()
        .map(name -> of(name, texts.getOrDefault(name, ""), faults))
        .toList();
  }

  private static FileForm of(String name, String text, List<CallFault> faults) {
    Set<Integer> wrong =
        faults.stream()
            .filter(fault -> fault.file().equals(name))
            .map(fault -> Math.max(1, fault.line()))
            .collect(java.util.stream.Collectors.toUnmodifiableSet());
    return new FileForm(name, text, name.equals(FileNames.CALL) || !wrong.isEmpty(), wrong);
  }

  public boolean isLetter() {
    return name.startsWith("notices/");
  }

  /** Code of the letter that it is a template of. */
  public String letter() {
    return name.substring(name.indexOf('/') + 1, name.lastIndexOf('.'));
  }

  public boolean isEmpty() {
    return text.isEmpty();
  }

  /** How many lines there are to be numbered. */
  public int numbered() {
    return rows() + MORE;
  }

  /** How tall it is. */
  public int rows() {
    return Math.max(4, (int) text.lines().count() + 2);
  }
}
