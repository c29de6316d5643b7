package cn.baosong.camel.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ReadAheadTest {
  private static final int MEGABYTE = 1 << 20;

  private final ReadAhead ahead = new ReadAhead(2 * MEGABYTE);

  private static ServerFile file(long size, List<ServerFile> volumes) {
    Map<String, Object> told = new HashMap<>(Map.of("server", "one", "host", "here"));
    Servers.Known nobody =
        new Servers.Known() {
          @Override
          public Optional<String> password(String server) {
            return Optional.empty();
          }

          @Override
          public Optional<String> passphrase(String server) {
            return Optional.empty();
          }
        };
    return new ServerFile(
        ServerPlace.takenFrom(told, nobody),
        "a.zip",
        size,
        Optional.empty(),
        Optional.empty(),
        Instant.EPOCH,
        volumes);
  }

  private static InputStream bytes(int count) {
    byte[] all = new byte[count];
    new Random(1).nextBytes(all);
    return new ByteArrayInputStream(all);
  }

  @Test
  void bringsTheSameBytes() throws Exception {
    try (InputStream read = ahead.whole(file(300_000, List.of()), bytes(300_000)).orElseThrow();
        InputStream sent = bytes(300_000)) {
      assertThat(read).hasSameContentAs(sent);
    }
  }

  @Test
  void readsWhatIsLargeOrOfUnknownSizeOrInVolumesAsItIsKept() throws Exception {
    ServerFile volume = file(10, List.of());
    assertThat(ahead.whole(file(5L << 30, List.of()), bytes(1))).isEmpty();
    assertThat(ahead.whole(file(-1, List.of()), bytes(1))).isEmpty();
    assertThat(ahead.whole(file(20, List.of(volume, volume)), bytes(20))).isEmpty();
  }

  @Test
  void takesNoMoreMemoryThanItsRoomAndGivesItBackOnce() throws Exception {
    ServerFile one = file(MEGABYTE, List.of());
    InputStream first = ahead.whole(one, bytes(MEGABYTE)).orElseThrow();
    assertThat(ahead.whole(one, bytes(MEGABYTE))).isEmpty();
    first.close();
    first.close();
    InputStream second = ahead.whole(one, bytes(MEGABYTE)).orElseThrow();
    assertThat(ahead.whole(one, bytes(MEGABYTE))).isEmpty();
    second.close();
  }

  @Test
  void leavesItsRoomWhenTheLineIsCut() throws Exception {
    ServerFile one = file(MEGABYTE, List.of());
    InputStream cut =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new EOFException("cut");
          }
        };
    assertThatThrownBy(() -> ahead.whole(one, cut)).hasMessage("cut");
    assertThat(ahead.whole(one, bytes(MEGABYTE))).isPresent();
  }
}
