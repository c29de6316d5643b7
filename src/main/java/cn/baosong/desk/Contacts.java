package cn.baosong.desk;

import cn.baosong.core.call.CallId;
import cn.baosong.core.call.UnitCode;
import cn.baosong.core.notice.Contact;
import cn.baosong.core.notice.Letter;
import java.util.List;

/** What was said with units of which nothing, or not all, has come. */
public interface Contacts {
  void save(Contact contact, Act act);

  /** The latest first. */
  List<Contact> of(CallId call, UnitCode unit);

  /** Reminders to a unit for a call, the latest first. */
  List<Letter> reminders(CallId call, UnitCode unit);
}
