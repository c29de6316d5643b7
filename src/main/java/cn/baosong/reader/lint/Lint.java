package cn.baosong.reader.lint;

import java.util.List;

/** One question that is asked of every call. It warns only of what is certain. */
interface Lint {
  List<Warning> warnings(Draft draft);
}
