package cn.baosong.camel.folder;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One watched folder: its thread, its memory, and what is known of it. A failure is shown, told
 * once, and tried again with the next look.
 */
final class Door implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Door.class);

  private final Path folder;
  private final PatientThread thread;
  private final FolderWatch watch;
  private final Duration hanging;
  private volatile FolderState seen = FolderState.UNSEEN;
  private volatile Optional<String> lookFailure = Optional.empty();
  private volatile Optional<String> sweepFailure = Optional.empty();

  /**
   * @param watch of the folder, given what it shall run as a sign of life
   */
  Door(Path folder, Duration hanging, Function<Runnable, FolderWatch> watch) {
    this.folder = folder;
    this.hanging = hanging;
    this.thread = new PatientThread("door-" + folder.getFileName(), hanging);
    this.watch = watch.apply(thread::step);
  }

  FolderState state() {
    return lookFailure.or(() -> sweepFailure).map(seen::failed).orElse(seen);
  }

  void look() {
    Optional<String> failure = failureOf(() -> seen = watch.look());
    tell(lookFailure, failure);
    lookFailure = failure;
  }

  void sweep() {
    Optional<String> failure = failureOf(watch::sweep);
    tell(sweepFailure, failure);
    sweepFailure = failure;
  }

  private Optional<String> failureOf(PatientThread.Work work) {
    try {
      return thread.run(work)
          ? Optional.empty()
          : Optional.of("文件夹超过 " + hanging.toSeconds() + " 秒没有响应（共享可能已断开），恢复后自动继续");
    } catch (IOException | RuntimeException broken) {
      return Optional.of("文件夹读写不了，将继续重试：" + Troubles.said(broken));
    }
  }

  private void tell(Optional<String> before, Optional<String> now) {
    if (!now.equals(before)) {
      LOG.warn("{}：{}", folder, now.orElse("恢复正常"));
    }
  }

  @Override
  public void close() {
    thread.close();
  }
}
