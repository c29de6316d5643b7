package cn.baosong.cli;

import cn.baosong.config.OfficeClock;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** The command line (contract.md, section 8): what is no subcommand goes to the office itself. */
@Command(
    name = "baosong",
    mixinStandardHelpOptions = true,
    versionProvider = Commands.Version.class,
    description = {"报送：推荐材料收件处。不带子命令即启动。", "The intake office; without a subcommand it starts."})
public final class Commands {
  /**
   * Read by Logback when the first logger is made; Spring Boot, under {@code serve}, has its own.
   */
  private static final String LOG_SETTINGS = "logback.configurationFile";

  private static final Set<String> STANDARD = Set.of("--help", "-h", "--version", "-V");

  private Commands() {}

  /**
   * Runs one command and answers its exit code: 0 done, 1 something is wrong with what was asked
   * about, 2 the command line itself is wrong.
   *
   * @param serve starts the office with the arguments that are left
   */
  public static int run(String[] arguments, Consumer<String[]> serve) {
    return run(
        arguments,
        serve,
        OfficeClock.ofMachine(Duration.ZERO),
        new Console(utf8(System.out), utf8(System.err)));
  }

  /** Where a command speaks. */
  record Console(PrintWriter out, PrintWriter err) {}

  static int run(String[] arguments, Consumer<String[]> serve, Clock clock, Console console) {
    CommandLine commands =
        new CommandLine(new Commands())
            .addSubcommand(new ServeCommand(serve))
            .addSubcommand(new CheckCommand(clock))
            .addSubcommand(new NewCallCommand())
            .addSubcommand(new TemplateCommand())
            .addSubcommand(new FormCommand())
            .addSubcommand(new PackCommand(clock))
            .addSubcommand(new InspectCommand(clock))
            .addSubcommand(new ReplayCommand(clock))
            .addSubcommand(new SampleCommand())
            .addSubcommand(new ReadPackagesCommand())
            .addSubcommand(new VerifyCommand())
            .setOut(console.out())
            .setErr(console.err())
            .setExecutionExceptionHandler(Commands::told);
    boolean ours =
        arguments.length > 0
            && (STANDARD.contains(arguments[0])
                || commands.getSubcommands().containsKey(arguments[0]));
    if (ours) {
      if (!arguments[0].equals("serve") && System.getProperty(LOG_SETTINGS) == null) {
        System.setProperty(LOG_SETTINGS, "cn/baosong/cli/quiet-logback.xml");
      }
      return commands.execute(arguments);
    }
    serve.accept(Arrays.copyOf(arguments, arguments.length));
    return 0;
  }

  /** What the person at the keyboard can mend is told in a sentence; a stack trace helps nobody. */
  private static int told(Exception failure, CommandLine command, CommandLine.ParseResult arguments)
      throws Exception {
    if (failure instanceof Trouble trouble) {
      command.getErr().println(trouble.getMessage());
      return 1;
    }
    throw failure;
  }

  /** Under {@code LANG=C} the stream's own charset would print question marks. */
  private static PrintWriter utf8(PrintStream stream) {
    return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
  }

  /** The version that the build stamped into the jar. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {
        "baosong "
            + Optional.ofNullable(Commands.class.getPackage().getImplementationVersion())
                .orElse("(from source)")
      };
    }
  }
}
