package cn.baosong.desk.route;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The files of {@code routes/}: which version runs, and why an edited one does not. */
public interface RouteFiles {
  /** Those that run and those that lie there, by name. */
  List<Version> files();

  /** What keeps the files as they lie there from taking effect; empty when nothing does. */
  List<RouteFault> faults();

  /** The text of a file as it runs. */
  Optional<String> text(String file);

  /**
   * A file.
   *
   * @param name below {@code routes/}
   * @param digest SHA-256 of what runs, in hexadecimal; empty when it does not run
   * @param since when this version was taken, in real time
   */
  record Version(String name, Optional<String> digest, Instant since, Standing standing) {}

  /** How what lies in the folder compares with what runs. */
  enum Standing {
    SAME,
    EDITED,
    ADDED,
    REMOVED
  }
}
