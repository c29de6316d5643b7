package cn.baosong.web.api;

import cn.baosong.web.Problems.Fault;
import java.util.List;

/** A request that cannot be understood; it names every field and what to write instead. */
public final class BadRequest extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient List<Fault> faults;

  BadRequest(String field, String zh, String en) {
    this(List.of(new Fault(field, zh, en)));
  }

  BadRequest(List<Fault> faults) {
    super(faults.get(0).en());
    this.faults = List.copyOf(faults);
  }

  public List<Fault> faults() {
    return faults;
  }
}
