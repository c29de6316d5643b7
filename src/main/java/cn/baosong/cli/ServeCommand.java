package cn.baosong.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/** Starts the office; every other argument is Spring Boot's. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    description = {"启动收件处（默认）。其余参数交给 Spring Boot。", "Starts the office (default)."})
final class ServeCommand implements Runnable {
  private final Consumer<String[]> serve;

  @Unmatched private List<String> rest = new ArrayList<>();

  ServeCommand(Consumer<String[]> serve) {
    this.serve = serve;
  }

  @Override
  public void run() {
    serve.accept(rest.toArray(String[]::new));
  }
}
