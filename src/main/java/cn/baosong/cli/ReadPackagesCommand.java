package cn.baosong.cli;

import cn.baosong.reader.apart.ReaderChild;
import cn.baosong.reader.apart.ReaderCommand;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** What the office starts for itself: reads packages for the process that started it. */
@Command(
    name = ReaderCommand.SUBCOMMAND,
    hidden = true,
    description = "由收件处自行启动，读取材料。 Started by the office itself, to read packages.")
final class ReadPackagesCommand implements Callable<Integer> {
  @Override
  public Integer call() throws IOException {
    // whatever a library prints must not stand among the answers
    System.setOut(System.err);
    try (FileOutputStream answers = new FileOutputStream(FileDescriptor.out)) {
      ReaderChild.serve(System.in, answers);
    }
    return 0;
  }
}
