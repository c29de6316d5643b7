package cn.baosong.cli;

import cn.baosong.core.call.CallId;
import cn.baosong.reader.call.BlankCall;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lays out the folder of a new call: a draft that says of each key what it is for. */
@Command(
    name = "new-call",
    mixinStandardHelpOptions = true,
    description = {
      "铺开一个新通知的文件夹：call.yaml、form.schema.json、cases.yaml 的底稿，逐项有说明和例子。",
      "Lays out the folder of a new call, each key explained; it takes effect once it is filled in."
    })
final class NewCallCommand implements Callable<Integer> {
  @Parameters(paramLabel = "<id>", description = "通知编号，小写英文、数字和 -，如 sx-rcgc-2026")
  private String id = "";

  @Option(
      names = "--forms",
      paramLabel = "<dir>",
      defaultValue = "forms",
      description = "通知文件夹 (${DEFAULT-VALUE})")
  private Path forms = Path.of("forms");

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    Path folder = forms.resolve(named(id).value());
    Files.createDirectories(forms);
    try {
      Files.createDirectory(folder);
    } catch (FileAlreadyExistsException there) {
      throw new Trouble(folder + " 已经有了，没有改动。", "It exists already and was left as it is.");
    }
    for (Map.Entry<String, byte[]> file : BlankCall.files().entrySet()) {
      Files.write(folder.resolve(file.getKey()), file.getValue());
    }
    spec.commandLine()
        .getOut()
        .println(
            folder
                + "  填好“（待填）”的地方，再运行 check "
                + forms
                + "。Fill in what is marked, then run check.");
    return 0;
  }

  private static CallId named(String id) {
    try {
      return new CallId(id);
    } catch (IllegalArgumentException strange) {
      throw new Trouble(
          "通知编号“" + id + "”只能用小写英文、数字和 -，如 sx-rcgc-2026。",
          "An id has lower-case letters, digits and - only, such as sx-rcgc-2026.");
    }
  }
}
