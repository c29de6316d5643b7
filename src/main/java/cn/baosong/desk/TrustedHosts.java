package cn.baosong.desk;

import cn.baosong.core.submission.Receipt;
import java.util.Set;

/** Whose stamps on a mail are evidence: the receiving hosts of the mailbox it came by. */
public interface TrustedHosts {
  /** In lower case; empty where nobody named any, and for what is no mail. */
  Set<String> of(Receipt receipt);
}
