package cn.baosong.settings;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The malware scanner (ClamAV's clamd); without host and socket there is none, and nothing claims
 * to have been scanned.
 *
 * @param host where clamd listens on TCP
 * @param port its port
 * @param socket its Unix socket, instead of host and port
 * @param timeout how long it may be silent over one package
 * @param pause real time between two looks whether it answers
 */
public record ScannerSettings(
    @Nullable String host,
    @Min(1) @Max(65535) @DefaultValue("3310") int port,
    @Nullable Path socket,
    @NotNull @DefaultValue("PT2M") Duration timeout,
    @NotNull @DefaultValue("PT5S") Duration pause) {

  public boolean isConfigured() {
    return socket != null || (host != null && !host.isBlank());
  }
}
