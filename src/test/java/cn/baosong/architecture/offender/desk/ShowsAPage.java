package cn.baosong.architecture.offender.desk;

import cn.baosong.architecture.offender.web.Page;

/** A desk that knows an edge. */
public record ShowsAPage(Page page) {}
