package cn.baosong.cli;

import cn.baosong.config.StoredOffice;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Proves what is stored, and makes a lost database anew. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description = {
      "核对存档、日志、数据库和文书是否一致；不一致则退出码为 1。",
      "Checks archive digests, the chain of the journal, the database and the letters against each"
          + " other; exit 1 on a fault."
    })
final class VerifyCommand implements Callable<Integer> {
  @Mixin private StoredPlace place = new StoredPlace();

  @Option(
      names = "--rebuild",
      description = {
        "先由存档和日志重建数据库；原数据库另存不删。",
        "first makes the database anew from archive and journal; the old one is put aside"
      })
  private boolean rebuild;

  @Option(names = "--json", description = "JSON")
  private boolean json;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    try {
      StoredOffice office = place.whole();
      if (rebuild) {
        office.rebuild().ifPresent(this::tellAside);
      }
      return told(office.verify());
    } catch (StoredOffice.Unusable unusable) {
      throw new Trouble(unusable);
    }
  }

  private void tellAside(Path aside) {
    PrintWriter err = spec.commandLine().getErr();
    err.println("原数据库移到 " + aside + "；帐号不在日志里，下次启动会打印新的管理员口令。");
    err.println("The old database is in " + aside + "; accounts are not part of the journal.");
  }

  private int told(StoredOffice.Proof proof) {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.print(Output.json(proof));
    } else {
      out.printf(
          "日志 %d 条，原件 %d 份，%s%n",
          proof.acts(),
          proof.originals(),
          proof.sound() ? "全部一致。" : "有 " + proof.faults().size() + " 处不一致：");
      out.printf(
          "%d acts, %d originals, %s%n",
          proof.acts(), proof.originals(), proof.sound() ? "all sound." : "faults:");
      proof.faults().forEach(fault -> out.println("  " + fault));
    }
    out.flush();
    return proof.sound() ? 0 : 1;
  }
}
