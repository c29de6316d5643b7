package cn.baosong.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** A command run in this process, and what a person would see of it. */
public record Terminal(int status, String out, String err, List<String> served) {
  /** Ten in the morning of 20 March 2020 in Taiyuan. */
  static final Instant NOW = Instant.parse("2020-03-20T02:00:00Z");

  public static Terminal run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    List<String> served = new ArrayList<>();
    int status =
        Commands.run(
            arguments,
            left -> {
              served.add("serve");
              served.addAll(List.of(left));
            },
            Clock.fixed(NOW, ZoneId.of("UTC")),
            new Commands.Console(new PrintWriter(out, true), new PrintWriter(err, true)));
    return new Terminal(status, out.toString(), err.toString(), served);
  }
}
