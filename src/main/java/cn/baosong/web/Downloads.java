package cn.baosong.web;

import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Component;

/**
 * The places for downloads that need a copy on our disk while a line takes it: so many copies at
 * most lie there, however many people ask and however slowly they read.
 */
@Component
public final class Downloads {
  /** Copies at the same time. */
  static final int AT_ONCE = 8;

  private final Semaphore places = new Semaphore(AT_ONCE);

  /**
   * Takes a place, to be given back by closing it.
   *
   * @throws TooManyDownloads when all are taken
   */
  public Place take() {
    if (!places.tryAcquire()) {
      throw new TooManyDownloads();
    }
    return places::release;
  }

  /** A place for one download. */
  @FunctionalInterface
  public interface Place extends AutoCloseable {
    @Override
    void close();
  }
}
