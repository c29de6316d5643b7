package cn.baosong.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Certificates of servers of one's own, trusted beside those that the machine trusts; there is no
 * way to trust them all.
 */
final class TrustedCertificates {
  private TrustedCertificates() {}

  /**
   * @param pem file of one or more certificates; without it the machine's own trust holds
   * @throws IOException when the file cannot be read as certificates
   */
  static Optional<SSLSocketFactory> of(Optional<Path> pem) throws IOException {
    if (pem.isEmpty()) {
      return Optional.empty();
    }
    try (InputStream in = Files.newInputStream(pem.get())) {
      KeyStore all = KeyStore.getInstance(KeyStore.getDefaultType());
      all.load(null, null);
      int count = 0;
      for (X509Certificate trusted : ofMachine().getAcceptedIssuers()) {
        all.setCertificateEntry("machine-" + count++, trusted);
      }
      for (Certificate own : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
        all.setCertificateEntry("own-" + count++, own);
      }
      TrustManagerFactory trust = factory(all);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trust.getTrustManagers(), null);
      return Optional.of(context.getSocketFactory());
    } catch (GeneralSecurityException unreadable) {
      throw new IOException("no certificates in " + pem.get(), unreadable);
    }
  }

  private static X509TrustManager ofMachine() throws GeneralSecurityException {
    return Arrays.stream(factory(null).getTrustManagers())
        .filter(X509TrustManager.class::isInstance)
        .map(X509TrustManager.class::cast)
        .findFirst()
        .orElseThrow(() -> new GeneralSecurityException("the machine trusts nobody"));
  }

  private static TrustManagerFactory factory(@Nullable KeyStore store)
      throws GeneralSecurityException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    return factory;
  }
}
