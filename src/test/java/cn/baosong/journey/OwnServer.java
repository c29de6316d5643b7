package cn.baosong.journey;

import cn.baosong.camel.mail.ScriptedImap;
import cn.baosong.carriers.OwnCertificate;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A server of one's own, whose certificate no authority has signed.
 *
 * @param certificate PEM file of it
 */
public record OwnServer(ScriptedImap imap, Path certificate) {
  static OwnServer started() {
    try {
      OwnCertificate own = OwnCertificate.forThisMachine();
      Path pem = own.certificate(Files.createTempFile("baosong-own", ".pem"));
      return new OwnServer(
          new ScriptedImap(
              own.serving()
                  .getServerSocketFactory()
                  .createServerSocket(0, 50, InetAddress.getLoopbackAddress())),
          pem);
    } catch (Exception impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
