package cn.baosong.journey;

import org.springframework.test.annotation.DirtiesContext;

/** An office with settings of its own, which no other test uses again. */
@DirtiesContext
public abstract class RunningOffice extends WholeOffice {}
