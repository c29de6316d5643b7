package cn.baosong.reader.apart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class AnswerPumpTest {
  private static final long PATIENCE = 60_000;

  @Test
  void tellsWhoWaitsThatAReaderWasEndedByAnother() throws Exception {
    try (PipedOutputStream silent = new PipedOutputStream()) {
      AnswerPump pump = new AnswerPump(new PipedInputStream(silent), "reader");
      pump.stop();
      assertThat(pump.next(PATIENCE)).contains(Answer.GONE);
    }
  }

  @Test
  void tellsTheEndEvenOfAReaderThatSaidMoreThanAnybodyHeard() throws Exception {
    byte[] babble = "{\"kind\":\"READING\"}".repeat(500).getBytes(StandardCharsets.US_ASCII);
    AnswerPump pump = new AnswerPump(new ByteArrayInputStream(babble), "reader");
    assertThat(pump.next(PATIENCE).orElseThrow().kind()).isEqualTo(Answer.Kind.READING);
    pump.stop();
    Answer last = pump.next(PATIENCE).orElseThrow();
    while (last.kind() == Answer.Kind.READING) {
      last = pump.next(PATIENCE).orElseThrow();
    }
    assertThat(last).isEqualTo(Answer.GONE);
  }
}
