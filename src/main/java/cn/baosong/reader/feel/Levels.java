package cn.baosong.reader.feel;

import cn.baosong.core.call.LevelTable;
import java.util.List;
import java.util.Optional;
import org.camunda.feel.syntaxtree.Val;

/**
 * The levels of one kind of title in the words of authors, from the lowest; a level's number is its
 * position, counted from 1.
 */
record Levels(String function, List<String> words) {
  static final Levels TITLE = new Levels("职称不低于", List.of("初级", "中级", "副高", "正高"));
  static final Levels DEGREE = new Levels("学历学位不低于", List.of("专科", "本科", "硕士", "博士"));
  static final Levels SKILL =
      new Levels("技能等级不低于", List.of("学徒工", "初级工", "中级工", "高级工", "技师", "高级技师", "特级技师", "首席技师"));
  static final List<Levels> ALL = List.of(TITLE, DEGREE, SKILL);

  static Optional<Integer> number(LevelTable<?> table, Val title) {
    return Answers.text(title).flatMap(table::levelOf).map(level -> level.ordinal() + 1);
  }

  /** Whether a title reaches a level; empty when the table does not settle it. */
  Optional<Boolean> reaches(LevelTable<?> table, Val title, Val level) {
    int wanted = Answers.text(level).map(words::indexOf).orElse(-1) + 1;
    return wanted == 0 ? Optional.empty() : number(table, title).map(n -> n >= wanted);
  }
}
