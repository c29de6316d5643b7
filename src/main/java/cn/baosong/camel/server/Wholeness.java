package cn.baosong.camel.server;

import cn.baosong.camel.folder.EntryNames;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Whether a file is whole, by the ways in which units tell that an upload has ended. */
final class Wholeness {
  private static final String MOVING = "刚出现或还在变化，停下后再取";
  private static final String UNNAMED = "正在上传（临时名称）";

  private final ServerPlace place;
  private final Map<String, Watched> all;

  /**
   * @param all that the last look showed, by path
   */
  Wholeness(ServerPlace place, Map<String, Watched> all) {
    this.place = place;
    this.all = all;
  }

  /** Says only that its neighbour is whole. */
  boolean isMark(Watched one) {
    return place.habits().complete() == ServerPlace.Complete.DONE
        && one.file().path().endsWith(ServerNames.raw(place.habits().done(), place.habits()));
  }

  /** Why it is not taken yet; empty when it is whole. */
  Optional<String> lacks(Watched one, Instant now) {
    if (one.isUnfinished() || (one.file().isFolder() && holdsUnfinished(one))) {
      return Optional.of(isResting(one, now) ? "上传未完成，已久无动静，请联系报送单位重传" : UNNAMED);
    }
    if (one.file().size() == 0) {
      return Optional.of("空文件（0 字节），没有取");
    }
    if (isLoose(one) && !isResting(one, now)) {
      return Optional.of("等待报送清单：散放的材料请与清单放在同一文件夹，或打包");
    }
    if (!one.file().volumes().isEmpty() && !one.file().isFolder()) {
      Optional<String> lacking = Volumes.lacks(one.file(), isResting(one, now));
      return lacking.isPresent() || isStill(one, now) ? lacking : Optional.of(MOVING);
    }
    boolean whole =
        switch (place.habits().complete()) {
          case RENAME -> !one.file().isFolder() || isStill(one, now);
          case DONE -> isMarked(one);
          case STABLE -> one.whole() || isStill(one, now);
        };
    boolean marks = place.habits().complete() == ServerPlace.Complete.DONE;
    return whole ? Optional.empty() : Optional.of(marks ? "等待完成标记 " + mark(one) : MOVING);
  }

  /** Whether it lacks nothing but its end. */
  static boolean isUploading(String lacks) {
    return lacks.equals(MOVING) || lacks.equals(UNNAMED);
  }

  private static boolean holdsUnfinished(Watched one) {
    return one.file().volumes().stream().anyMatch(each -> EntryNames.isUnfinished(each.name()));
  }

  /** Part of a folder whose list may still come; a mark says that it is a package by itself. */
  private boolean isLoose(Watched one) {
    boolean marked = place.habits().complete() == ServerPlace.Complete.DONE && isMarked(one);
    return one.file().volumes().isEmpty()
        && one.file().path().indexOf('/') > 0
        && !EntryNames.isArchive(one.file().name())
        && !marked;
  }

  /** Whether it has been waited for too long. */
  boolean isResting(Watched one, Instant now) {
    return one.age(now).compareTo(place.habits().unfinished()) >= 0;
  }

  private boolean isStill(Watched one, Instant now) {
    return one.looks() >= 2 && one.age(now).compareTo(place.habits().quiet()) >= 0;
  }

  private String mark(Watched one) {
    return one.file().name() + place.habits().done();
  }

  /** {@code a.zip.done} or {@code a.done} beside {@code a.zip}. */
  private boolean isMarked(Watched one) {
    String done = ServerNames.raw(place.habits().done(), place.habits());
    String path = one.file().path();
    int dot = path.lastIndexOf('.');
    boolean ending = dot > path.lastIndexOf('/') + 1;
    return all.containsKey(path + done)
        || (ending && all.containsKey(path.substring(0, dot) + done));
  }
}
