package cn.baosong.web.page.live;

import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.web.page.live.Stream.Due;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

class StreamTest {
  private final Stream stream = new Stream("clerk", 7, new SseEmitter());

  private Due looks(int times, long latest) {
    Due last = Due.NOTHING;
    for (int i = 0; i < times; i++) {
      last = stream.look(latest);
    }
    return last;
  }

  @Test
  void isSilentWhileNothingChangesButForAHeartbeat() {
    assertThat(looks(Stream.BEAT - 1, 7)).isEqualTo(Due.NOTHING);
    assertThat(looks(1, 7)).isEqualTo(Due.WORD);
    stream.tell(7, "10:00:00");
    assertThat(looks(1, 7)).isEqualTo(Due.NOTHING);
  }

  @Test
  void tellsOfAChangeOnce() {
    assertThat(looks(1, 8)).isEqualTo(Due.WORD);
    stream.tell(8, "10:00:00");
    assertThat(looks(1, 8)).isEqualTo(Due.NOTHING);
  }

  @Test
  void endsAfterItsLifeSoThatThePageAsksAgain() {
    assertThat(looks(Stream.LIFE + 1, 7)).isEqualTo(Due.END);
  }

  @Test
  void givesUpAReaderThatTakesNothing() throws Exception {
    CountDownLatch reading = new CountDownLatch(1);
    CountDownLatch done = new CountDownLatch(1);
    Stream slow =
        new Stream(
            "clerk",
            7,
            new SseEmitter() {
              @Override
              public void send(SseEventBuilder event) throws IOException {
                reading.countDown();
                try {
                  done.await();
                } catch (InterruptedException over) {
                  throw new IOException(over);
                }
              }
            });
    Thread writer = new Thread(() -> slow.tell(8, "10:00:00"));
    writer.start();
    reading.await();
    for (int i = 0; i < Stream.PATIENCE; i++) {
      assertThat(slow.look(9)).isEqualTo(Due.NOTHING);
    }
    assertThat(slow.look(9)).isEqualTo(Due.GIVE_UP);
    done.countDown();
    writer.join();
  }
}
