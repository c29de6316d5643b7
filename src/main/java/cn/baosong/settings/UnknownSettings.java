package cn.baosong.settings;

import java.util.List;

/** Settings that nobody declared; all of them are named at once. */
public final class UnknownSettings extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnknownSettings(List<String> names) {
    super(
        "未知的设置 unknown settings: "
            + String.join(", ", names)
            + "（请对照 README 的设置表 see the table of settings in the README）");
  }
}
