package cn.baosong.cli;

import cn.baosong.config.StoredOffice;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that say where an office keeps what it stored. */
final class StoredPlace {
  @Option(
      names = "--home",
      paramLabel = "<dir>",
      defaultValue = "${env:BAOSONG_HOME:-./var}",
      description = "状态文件夹 baosong.home (${DEFAULT-VALUE})")
  private Path home = Path.of("var");

  @Option(
      names = "--url",
      paramLabel = "<jdbc-url>",
      defaultValue = "${env:SPRING_DATASOURCE_URL}",
      description = "其他数据库 another database, such as PostgreSQL")
  private @Nullable String url;

  @Option(
      names = "--user",
      defaultValue = "${env:SPRING_DATASOURCE_USERNAME:-sa}",
      description = "数据库用户 user (${DEFAULT-VALUE})")
  private String user = "sa";

  /** Never on the command line itself, where every process could read it. */
  @Option(
      names = "--password",
      interactive = true,
      arity = "0..1",
      defaultValue = "${env:SPRING_DATASOURCE_PASSWORD:-}",
      description = "数据库口令，键入或取自 SPRING_DATASOURCE_PASSWORD asked for, or taken from there")
  private String password = "";

  /** The database alone; its files are not looked at. */
  StoredOffice database() {
    return login().isPresent() ? new StoredOffice(home, login()) : whole();
  }

  /** Database and files. */
  StoredOffice whole() {
    if (!Files.isDirectory(home)) {
      throw new Trouble("没有这个文件夹：" + home, "No such folder: " + home);
    }
    return new StoredOffice(home, login());
  }

  private Optional<StoredOffice.Login> login() {
    return Optional.ofNullable(url)
        .filter(given -> !given.isEmpty())
        .map(given -> new StoredOffice.Login(given, user, password));
  }
}
