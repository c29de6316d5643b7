package cn.baosong.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;

/** A command run in this process, and what a person would see of it. */
record Terminal(int status, String out, String err, List<String> served) {
  static Terminal run(String... arguments) {
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
            new PrintWriter(out, true),
            new PrintWriter(err, true));
    return new Terminal(status, out.toString(), err.toString(), served);
  }
}
