package cn.baosong.reader.apart;

import cn.baosong.core.call.FormData;
import cn.baosong.core.submission.Opened;
import cn.baosong.core.submission.Stated;
import com.fasterxml.jackson.databind.MappingIterator;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

/**
 * A reader that does what the name of the package says: one deed for each word, each at a file of
 * its own that bears the word as its digest.
 */
public final class StubbornReader {
  private static final CountDownLatch NEVER = new CountDownLatch(1);

  private StubbornReader() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    OutputStream out = new FileOutputStream(FileDescriptor.out);
    Messages.write(Answer.of(Answer.Kind.READY), out);
    try (MappingIterator<Question> asked = Messages.read(Question.class, System.in)) {
      while (asked.hasNextValue()) {
        answer(asked.nextValue(), out);
      }
    }
  }

  private static void answer(Question question, OutputStream out)
      throws IOException, InterruptedException {
    Path place = Path.of(question.setup().place());
    Files.writeString(place.resolve("left"), "behind", StandardCharsets.UTF_8);
    if (question.name().contains("unpacks for ever")) {
      NEVER.await();
    }
    Messages.write(Answer.of(Answer.Kind.UNPACKED), out);
    for (String deed : question.name().split(" ")) {
      if (!question.skipped().contains(deed)) {
        Messages.write(Answer.reading(deed), out);
        act(deed, place, out);
      }
    }
    Messages.write(Answer.opened(opened(question.skipped())), out);
  }

  private static void act(String deed, Path place, OutputStream out)
      throws IOException, InterruptedException {
    switch (deed.replaceAll("\\d", "")) {
      case "hang" -> NEVER.await();
      case "exhaust" -> Runtime.getRuntime().halt(ReaderChild.OUT_OF_MEMORY);
      case "die" -> Runtime.getRuntime().halt(1);
      case "die-once" -> dieOnce(place);
      case "babble" -> out.write("Exception in thread main\n".getBytes(StandardCharsets.UTF_8));
      case "flood" -> flood(out);
      case "spin" -> spin();
      case "costly" -> Messages.write(Answer.of(Answer.Kind.COSTLY), out);
      case "fail" -> Messages.write(Answer.failed("disk\nfull"), out);
      default -> {}
    }
  }

  private static void spin() {
    while (NEVER.getCount() > 0) {
      Thread.onSpinWait();
    }
  }

  private static void dieOnce(Path place) throws IOException {
    Path mark = place.resolveSibling("died");
    if (Files.notExists(mark)) {
      Files.createFile(mark);
      Runtime.getRuntime().halt(1);
    }
  }

  private static void flood(OutputStream out) throws IOException {
    byte[] blanks = new byte[1 << 20];
    java.util.Arrays.fill(blanks, (byte) ' ');
    while (true) {
      out.write(blanks);
    }
  }

  /** Tells what was skipped, where a package tells its unit. */
  private static Opened opened(Set<String> skipped) {
    return new Opened(
        Opened.Outcome.READ,
        new Stated(
            Optional.empty(),
            Optional.empty(),
            Optional.of(String.join(" ", skipped.stream().sorted().toList())),
            Optional.of(System.getenv().keySet().stream().sorted().toList().toString()),
            Optional.of(String.valueOf(ProcessHandle.current().pid())),
            Optional.empty()),
        FormData.EMPTY,
        List.of(),
        List.of(),
        List.of(),
        Optional.empty());
  }
}
