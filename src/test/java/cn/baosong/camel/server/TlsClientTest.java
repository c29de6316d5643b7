package cn.baosong.camel.server;

import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.carriers.Uploads;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** vsftpd and ProFTPD refuse a data line that does not resume the session of the first line. */
class TlsClientTest {
  @TempDir Path home;

  /** A certificate is looked at where a session begins, never where one is resumed. */
  private static final class Counting implements X509TrustManager {
    private final AtomicInteger sessions = new AtomicInteger();

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String how) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String how) {
      sessions.incrementAndGet();
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Uploads.Tls.class,
      names = {"EXPLICIT", "IMPLICIT"})
  void resumesTheSessionOfTheFirstLine(Uploads.Tls tls) throws Exception {
    Counting counting = new Counting();
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, new TrustManager[] {counting}, null);
    TlsClient client = new TlsClient(tls == Uploads.Tls.IMPLICIT, context);
    int port = new Uploads(home).ftp("tls", tls);
    open(client, port);
    assertThat(client.storeFile("a.zip", new ByteArrayInputStream(new byte[9]))).isTrue();
    open(client, port);
    int before = counting.sessions.get();
    for (int i = 0; i < 3; i++) {
      assertThat(client.listNames()).containsExactly("a.zip");
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      assertThat(client.retrieveFile("a.zip", bytes)).isTrue();
      assertThat(bytes.size()).isEqualTo(9);
    }
    assertThat(counting.sessions).hasValue(before);
    client.disconnect();
  }

  /** As camel-ftp does, unless it is open. */
  private static void open(TlsClient client, int port) throws Exception {
    assertThat(client.isConnected()).isFalse();
    client.connect("localhost", port);
    assertThat(client.login(Uploads.USER, Uploads.PASSWORD)).isTrue();
    client.execPBSZ(0);
    client.execPROT("P");
    client.enterLocalPassiveMode();
  }
}
