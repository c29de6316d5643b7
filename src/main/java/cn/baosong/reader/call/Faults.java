package cn.baosong.reader.call;

import cn.baosong.core.call.CallFault;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Everything found wrong with one call: all of it is told at once. */
final class Faults {
  private final List<CallFault> found = new ArrayList<>();

  void add(Source source, String pointer, String zh, String en) {
    add(new CallFault(source.file(), source.line(pointer), Source.key(pointer), zh, en));
  }

  void add(CallFault fault) {
    if (!found.contains(fault)) {
      found.add(fault);
    }
  }

  /** Tells one fault of a place instead of whatever else was said of it, or of what holds it. */
  void instead(CallFault fault) {
    found.removeIf(other -> other.file().equals(fault.file()) && covers(other, fault));
    found.add(fault);
  }

  private static boolean covers(CallFault other, CallFault fault) {
    return other.line() == fault.line()
        || fault.key().startsWith(other.key() + ".")
        || fault.key().startsWith(other.key() + "[");
  }

  void addAll(List<CallFault> faults) {
    faults.forEach(this::add);
  }

  boolean isEmpty() {
    return found.isEmpty();
  }

  /** In the order in which an author would walk through the files. */
  List<CallFault> all() {
    return found.stream()
        .sorted(Comparator.comparing(CallFault::file).thenComparingInt(CallFault::line))
        .toList();
  }
}
