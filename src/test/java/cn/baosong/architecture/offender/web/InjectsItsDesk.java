package cn.baosong.architecture.offender.web;

import org.springframework.beans.factory.annotation.Autowired;

/** A class that cannot be made whole by its constructor. */
public final class InjectsItsDesk {
  @Autowired private String desk = "";

  String desk() {
    return desk;
  }
}
