package bench;

import java.util.concurrent.Flow;
import java.util.function.Consumer;

/** Hands on each line of an answer as it comes. */
record Lines(Consumer<String> each) implements Flow.Subscriber<String> {
  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    subscription.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(String line) {
    each.accept(line);
  }

  @Override
  public void onError(Throwable ended) {}

  @Override
  public void onComplete() {}
}
