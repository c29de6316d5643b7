package cn.baosong.architecture.offender.web;

import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationContextAware;

/** Innocent: the setter is the framework's. */
public final class KnowsItsContext implements ApplicationContextAware {
  @Override
  public void setApplicationContext(ApplicationContext context) {}
}
