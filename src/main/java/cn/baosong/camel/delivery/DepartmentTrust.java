package cn.baosong.camel.delivery;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import org.apache.camel.support.jsse.KeyStoreParameters;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.camel.support.jsse.TrustManagersParameters;

/**
 * Whom a delivery trusts: the certificates of a file, for a department with an authority of its
 * own, else those of the machine. There is no setting that trusts everybody.
 */
public final class DepartmentTrust extends SSLContextParameters {
  /**
   * @param certificates PEM file; empty for those of the machine
   */
  public DepartmentTrust(String certificates) throws IOException, GeneralSecurityException {
    setSecureSocketProtocol("TLS");
    if (!certificates.isBlank()) {
      KeyStoreParameters keys = new KeyStoreParameters();
      keys.setKeyStore(read(Path.of(certificates)));
      TrustManagersParameters trust = new TrustManagersParameters();
      trust.setKeyStore(keys);
      setTrustManagers(trust);
    }
  }

  SSLContext context() throws IOException, GeneralSecurityException {
    return createSSLContext(null);
  }

  private static KeyStore read(Path file) throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    try (InputStream pem = Files.newInputStream(file)) {
      int number = 0;
      for (Certificate one : CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
        store.setCertificateEntry("trusted" + number++, one);
      }
    }
    return store;
  }
}
