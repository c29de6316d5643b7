package cn.baosong.demo;

import cn.baosong.core.submission.Digest;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Several ways in, each in its turn. */
public final class Turns implements Door {
  private final Deque<Door> doors;

  public Turns(List<Door> doors) {
    this.doors = new ArrayDeque<>(doors);
  }

  @Override
  public Digest bring(Scene scene) throws IOException {
    Door next = doors.removeFirst();
    doors.addLast(next);
    return next.bring(scene);
  }
}
