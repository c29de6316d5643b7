package cn.baosong.architecture.offender.config;

import cn.baosong.architecture.offender.store.Table;
import cn.baosong.architecture.offender.web.Page;

/** Innocent in what it imports; guilty of a watch of its own. */
public record BuildsAll(Page page, Table table) {
  long built() {
    return System.nanoTime();
  }
}
