package cn.baosong.architecture.offender.cli;

import cn.baosong.architecture.offender.web.Page;

/** A command that knows a page. */
public record CallsThePage(Page page) {}
