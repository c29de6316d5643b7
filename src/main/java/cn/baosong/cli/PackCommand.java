package cn.baosong.cli;

import cn.baosong.reader.bag.Bags;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes a strict package. */
@Command(
    name = "pack",
    mixinStandardHelpOptions = true,
    description = {
      "把含 package.json 的文件夹打成报送包（BagIt，RFC 8493）。",
      "Packs a folder that holds package.json into a bag."
    })
final class PackCommand implements Callable<Integer> {
  @Parameters(paramLabel = "<dir>", description = "文件夹 folder")
  private Path folder = Path.of(".");

  @Option(names = "-o", required = true, paramLabel = "<zip>", description = "输出文件 output")
  private Path output = Path.of("package.zip");

  @Spec private CommandSpec spec = CommandSpec.create();

  private final Clock clock;

  PackCommand(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Integer call() throws IOException {
    StatedPackage stated = StatedPackage.in(folder);
    try {
      Bags.pack(folder, output, stated.labels(), clock.withZone(ZoneId.systemDefault()));
    } catch (FileSystemException failure) {
      throw new Trouble("打包未成：" + failure.getMessage(), "Not packed: " + failure.getMessage());
    }
    spec.commandLine().getOut().println(output + "  " + Files.size(output) + " B");
    return 0;
  }
}
