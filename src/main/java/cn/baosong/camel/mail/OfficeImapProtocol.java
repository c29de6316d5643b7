package cn.baosong.camel.mail;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import org.eclipse.angus.mail.iap.BadCommandException;
import org.eclipse.angus.mail.iap.CommandFailedException;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.imap.ResyncData;
import org.eclipse.angus.mail.imap.protocol.FetchItem;
import org.eclipse.angus.mail.imap.protocol.IMAPProtocol;
import org.eclipse.angus.mail.imap.protocol.MailboxInfo;
import org.eclipse.angus.mail.util.MailLogger;

/**
 * One connection to an IMAP server. It says who it is (RFC 2971) before it opens its first folder:
 * the boxes of NetEase refuse every other client.
 */
final class OfficeImapProtocol extends IMAPProtocol {
  private boolean introduced;

  OfficeImapProtocol(
      String name, String host, int port, Properties properties, boolean ssl, MailLogger logger)
      throws IOException, ProtocolException {
    super(name, host, port, properties, ssl, logger);
  }

  @Override
  public MailboxInfo select(String folder, ResyncData resync) throws ProtocolException {
    introduce();
    return super.select(folder, resync);
  }

  @Override
  public MailboxInfo examine(String folder, ResyncData resync) throws ProtocolException {
    introduce();
    return super.examine(folder, resync);
  }

  private void introduce() throws ProtocolException {
    if (introduced || !hasCapability("ID")) {
      return;
    }
    introduced = true;
    Map<String, String> ourselves = new LinkedHashMap<>();
    ourselves.put("name", "Baosong");
    ourselves.put("version", "1");
    ourselves.put("vendor", "Baosong");
    try {
      id(ourselves);
    } catch (CommandFailedException | BadCommandException uninterested) {
      introduced = true; // a server may not want to know; whether it opens the folder is told there
    }
  }

  @Override
  public FetchItem[] getFetchItems() {
    return new FetchItem[] {SaveDate.ITEM};
  }
}
