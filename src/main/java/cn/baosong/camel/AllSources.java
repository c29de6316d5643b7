package cn.baosong.camel;

import cn.baosong.desk.Reconciliation;
import java.util.List;

/** 对账 over every kind of source. */
public final class AllSources implements Reconciliation {
  private final List<Reconciliation> kinds;

  public AllSources(List<Reconciliation> kinds) {
    this.kinds = List.copyOf(kinds);
  }

  @Override
  public List<Source> sources() {
    return kinds.stream().flatMap(kind -> kind.sources().stream()).toList();
  }

  @Override
  public boolean refetch(String source, String key) {
    return kinds.stream().anyMatch(kind -> kind.refetch(source, key));
  }
}
