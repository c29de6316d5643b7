package cn.baosong.core.dossier;

import java.time.Instant;
import java.util.Map;

/**
 * What one person typed off a paper without having seen the data (盲录).
 *
 * @param fields what the paper says; a field that cannot be read is left out
 */
public record Keying(String by, Instant at, Map<String, String> fields) {
  public Keying {
    fields = Map.copyOf(fields);
  }
}
