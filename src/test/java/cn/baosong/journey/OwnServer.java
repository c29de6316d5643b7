package cn.baosong.journey;

import cn.baosong.camel.mail.ScriptedImap;
import cn.baosong.camel.mail.ScriptedPop3;
import cn.baosong.carriers.OwnCertificate;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A server of one's own, whose certificate no authority has signed.
 *
 * @param certificate PEM file of it
 */
public record OwnServer(ScriptedImap imap, ScriptedPop3 pop3, Path certificate) {
  static OwnServer started() {
    try {
      OwnCertificate own = OwnCertificate.forThisMachine();
      Path pem = own.certificate(Files.createTempFile("baosong-own", ".pem"));
      return new OwnServer(new ScriptedImap(listening(own)), new ScriptedPop3(listening(own)), pem);
    } catch (Exception impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static ServerSocket listening(OwnCertificate own) throws Exception {
    return own.serving()
        .getServerSocketFactory()
        .createServerSocket(0, 50, InetAddress.getLoopbackAddress());
  }
}
