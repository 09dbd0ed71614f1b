package dev.redress.cli.server;

import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import dev.redress.cli.failure.CommandFailure;
import dev.redress.cli.failure.ExitCode;
import dev.redress.cli.output.Column;
import dev.redress.cli.session.Session;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code redress doctor}.
 *
 * <p>What lies on this machine is looked at by the server's program, which knows the database; what
 * a running server knows is asked of it.
 */
@Command(
    name = "doctor",
    description = "Looks for what is wrong with this machine, the data and the server.",
    headerHeading = "Examples:%n",
    header = {
      "  redress doctor",
      "  redress doctor --data /var/lib/redress --backup-dir /backup",
      "  redress doctor --config /etc/redress/server.properties",
      ""
    },
    footerHeading = "%n",
    footer = "Exit code 1 when something has failed; warnings do not count.")
public final class DoctorCommand implements Callable<Integer> {
  private static final List<Column<Struct>> COLUMNS =
      List.of(
          new Column.State<>("state", it -> Finding.State.valueOf(cell(it, "state"))),
          new Column.Text<>("check", it -> cell(it, "check")),
          new Column.Text<>("found", it -> cell(it, "found")),
          new Column.Text<>("what_to_do", it -> cell(it, "whatToDo")));

  private static final int CELLS = 4;

  private final Session session;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "the data folder of the server (default: that of 'redress serve')")
  private @Nullable Path data;

  @Option(
      names = "--backup-dir",
      paramLabel = "DIR",
      description = "the folder of its backups (default: none)")
  private @Nullable Path backups;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "the options of the server, as 'redress serve --config' reads them")
  private @Nullable Path config;

  /** A command of a session. */
  public DoctorCommand(Session session) {
    this.session = session;
  }

  /**
   * One thing that was looked at.
   *
   * @param whatToDo empty when there is nothing to do
   */
  record Finding(State state, String check, String found, String whatToDo) {
    /** How it fares. */
    enum State {
      OK,
      WARN,
      FAIL
    }

    /** For the output, whose JSON is that of messages. */
    Struct toStruct() {
      return Struct.newBuilder()
          .putFields("state", text(state.name()))
          .putFields("check", text(check))
          .putFields("found", text(found))
          .putFields("whatToDo", text(whatToDo))
          .build();
    }

    private static Value text(String value) {
      return Value.newBuilder().setStringValue(value).build();
    }
  }

  /**
   * Looks at everything.
   *
   * @return 0, or 1 when something has failed
   */
  @Override
  public Integer call() {
    List<Finding> findings = new ArrayList<>(ofThisMachine());
    findings.addAll(new ServerExamination(session).findings());
    session.output().list(findings.stream().map(Finding::toStruct).iterator(), COLUMNS);
    long failed = count(findings, Finding.State.FAIL);
    long warned = count(findings, Finding.State.WARN);
    session.say(
        failed
            + " failed, "
            + warned
            + " to look at, "
            + (findings.size() - failed - warned)
            + " well.");
    return failed == 0 ? ExitCode.OK.number() : ExitCode.INVARIANT_BROKEN.number();
  }

  private static long count(List<Finding> findings, Finding.State state) {
    return findings.stream().filter(finding -> finding.state() == state).count();
  }

  private List<Finding> ofThisMachine() {
    List<String> arguments = new ArrayList<>(List.of("--check"));
    add(arguments, "--config", config);
    add(arguments, "--data", data);
    add(arguments, "--backup-dir", backups);
    ServerLauncher.Said said;
    try {
      said = ServerLauncher.ask("serve", arguments);
    } catch (CommandFailure e) {
      return List.of(
          new Finding(
              Finding.State.WARN, "this machine", "was not looked at: " + e.getMessage(), ""));
    }
    List<Finding> findings =
        said.lines().stream()
            .map(line -> List.of(line.split("\t", -1)))
            .filter(cells -> cells.size() == CELLS)
            .map(DoctorCommand::finding)
            .toList();
    if (findings.isEmpty()) {
      String why = said.lines().isEmpty() ? "it said nothing" : said.lines().getLast();
      return List.of(new Finding(Finding.State.FAIL, "options", why, "see 'redress serve --help'"));
    }
    return findings;
  }

  private static void add(List<String> arguments, String option, @Nullable Path value) {
    if (value != null) {
      arguments.add(option);
      arguments.add(value.toString());
    }
  }

  private static Finding finding(List<String> cells) {
    return new Finding(
        Finding.State.valueOf(cells.get(0)), cells.get(1), cells.get(2), cells.get(3));
  }

  private static String cell(Struct finding, String name) {
    return finding.getFieldsOrThrow(name).getStringValue();
  }
}
