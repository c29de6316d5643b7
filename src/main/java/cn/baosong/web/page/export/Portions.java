package cn.baosong.web.page.export;

import cn.baosong.desk.Page;
import cn.baosong.desk.Window;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** A list from its beginning to its end, a page of it in memory at a time. */
public final class Portions<T> implements Iterator<List<T>> {
  private final Function<Window, Page<T>> read;
  private @Nullable Window next = Window.first(Window.MOST);

  private Portions(Function<Window, Page<T>> read) {
    this.read = read;
  }

  public static <T> Stream<List<T>> of(Function<Window, Page<T>> read) {
    return StreamSupport.stream(
        Spliterators.spliteratorUnknownSize(new Portions<>(read), Spliterator.ORDERED), false);
  }

  @Override
  public boolean hasNext() {
    return next != null;
  }

  @Override
  public List<T> next() {
    if (next == null) {
      throw new NoSuchElementException();
    }
    Page<T> page = read.apply(next);
    next = page.next().map(place -> new Window(Window.MOST, Optional.of(place))).orElse(null);
    return page.items();
  }
}
