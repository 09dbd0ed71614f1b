package dev.redress.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.redress.cli.output.Terminal;
import dev.redress.cli.session.GlobalOptions;
import dev.redress.cli.session.Session;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** What the command line accepts before a server is asked. */
class CommandLineTest {
  @ParameterizedTest(name = "redress {0}")
  @CsvSource(
      delimiter = '|',
      maxCharsPerColumn = 600,
      textBlock =
          """
          # arguments                               | sentence
          lits                                      | 'lits' is not a command; perhaps audit or credit or authority; see 'redress --help'
          dispute                                   | Missing required subcommand; see 'redress dispute --help'
          dispute lits                              | 'lits' is not a command; perhaps list or await or decline; see 'redress dispute --help'
          status --provder x                        | '--provder' is not an option; perhaps --provider; see 'redress status --help'
          status x                                  | 'x' is not expected; see 'redress status --help'
          status --actor Jürgen                     | Invalid value for option '--actor': 'Jürgen' is not a name of at most 200 letters, digits and signs of ASCII; see 'redress status --help'
          status --server nowhere                   | Invalid value for option '--server': 'nowhere' is not of the form HOST:PORT; see 'redress status --help'
          -o xml status                             | Invalid value for option '--output': 'xml' is not one of table, json, csv; see 'redress --help'
          verdict explain                           | Missing required parameter: 'LINE'; see 'redress verdict explain --help'
          verdict list --verdict MAYBE              | Invalid value for option '--verdict': 'MAYBE' is not one of MATCHED, AMBIGUOUS, UNMATCHED, NOT_AUDITABLE; see 'redress verdict list --help'
          verdict reject L R                        | Missing required option: '--reason=TEXT'; see 'redress verdict reject --help'
          finding dismiss L LATE --reason x         | Invalid value for positional parameter at index 1 (CODE): 'LATE' is not one of UNCORRELATED, DUPLICATE, HOURS_EXCESS, ARITHMETIC, NO_NOTES, BEFORE_REQUEST, AFTER_CLOSE, OVERLAP, IMPOSSIBLE_DAY, ROUNDING, RATE, IN_AGREEMENT, NON_BILLABLE, VAGUE, BLOCK_BILLED, STALE, OUT_OF_PERIOD, LATE_LOGGED, WRONG_CUSTOMER, ADMIN_TRAVEL, UNDERCHARGE; see 'redress finding dismiss --help'
          import tickets f.csv                      | Invalid value for positional parameter at index 0 (KIND): 'tickets' is not one of requests, time-entries, invoices, customers, agreements; see 'redress import --help'
          reconcile --from 2026-02-31               | Invalid value for option '--from': '2026-02-31' is not a date such as 2026-11-25; see 'redress reconcile --help'
          dispute open --line L --reason WHIM       | Invalid value for option '--reason': 'WHIM' is not one of UNCORRELATED, DUPLICATE, HOURS_EXCESS, RATE, NO_NOTES, WRONG_CUSTOMER, NOT_DELIVERED, REWORK_QUALITY, CUSTOMER_UNRECOGNIZED, ARITHMETIC, BEFORE_REQUEST, AFTER_CLOSE, ROUNDING, OVERLAP, IMPOSSIBLE_DAY, IN_AGREEMENT, NON_BILLABLE, ADMIN_TRAVEL, VAGUE, BLOCK_BILLED, STALE, OUT_OF_PERIOD, CREDIT_NOT_APPLIED, UNDERCHARGE; see 'redress dispute open --help'
          dispute open --line A --line B --reason RATE --amount 1 | --amount is for one line; open the lines one by one to give each its own
          dispute resolve D --all-lines PARTIALLY_CREDITED:1 | Invalid value for option '--all-lines': PARTIALLY_CREDITED needs an amount for each line; use --outcome LINE=PARTIALLY_CREDITED:1; see 'redress dispute resolve --help'
          dispute open --line A --reason RATE --raised-by reconciliation | Invalid value for option '--raised-by': 'reconciliation' is not one of provider, customer; see 'redress dispute open --help'
          dispute await D --on nobody --for X --until 2026-11-25T14:30:00Z | Invalid value for option '--on': 'nobody' is not one of provider, customer; see 'redress dispute await --help'
          dispute await D --on customer --for X     | Missing required option: '--until=WHEN'; see 'redress dispute await --help'
          dispute withdraw D --by Kim --channel FAX | Invalid value for option '--channel': 'FAX' is not one of PHONE, MAIL, LETTER, PORTAL, IN_PERSON; see 'redress dispute withdraw --help'
          dispute reopen D                          | Missing required option: '--reason=TEXT'; see 'redress dispute reopen --help'
          dispute history                           | Missing required parameter: 'DISPUTE'; see 'redress dispute history --help'
          callback log C --outcome REACHED --follow-up soon | Invalid value for option '--follow-up': 'soon' is not a time such as '2026-11-25 14:30' or 2026-11-25T14:30:00Z; see 'redress callback log --help'
          event watch --after x                     | Invalid value for option '--after': 'x' is not a whole number; see 'redress event watch --help'
          evaluate d --open-set --closed-set        | Error: --closed-set, --open-set are mutually exclusive (specify only one); see 'redress evaluate --help'
          """)
  void usage_isRefusedInOneSentenceWithExitCode2(String arguments, String sentence) {
    try (FakeServer server = new FakeServer()) {
      CliRun run = CliRun.of(server, arguments.split(" ", -1));
      assertThat(run.err()).isEqualTo("redress: " + sentence + "\n");
      assertThat(run.out()).isEmpty();
      assertThat(run.exitCode()).isEqualTo(2);
    }
  }

  @Test
  void redress_alonePrintsTheHelp() {
    try (FakeServer server = new FakeServer()) {
      CliRun run = CliRun.of(server);
      assertThat(run.exitCode()).isZero();
      assertThat(run.out())
          .startsWith("Examples:\n  redress demo\n")
          .contains("Commands:\n  demo  ")
          .contains("  generate-completion   Prints a script");
    }
  }

  @Test
  void help_ofEveryCommandHasExamplesASentenceAndDescribedOptions() {
    for (CommandLine command : all(tree())) {
      String name = command.getCommandSpec().qualifiedName();
      assertThat(command.getUsageMessage()).as(name).startsWith("Examples:");
      assertThat(command.getCommandSpec().usageMessage().header()[0]).as(name).contains("redress ");
      assertThat(command.getCommandSpec().usageMessage().description())
          .as(name)
          .isNotEmpty()
          .allSatisfy(sentence -> assertThat(sentence).endsWith("."));
      for (OptionSpec option : command.getCommandSpec().options()) {
        assertThat(option.description()).as(name + " " + option.longestName()).isNotEmpty();
      }
    }
  }

  @Test
  void globalOptions_areTakenBeforeAndAfterTheCommand() {
    for (String line : List.of("--server h:1 -o json status", "status -o json --server h:1")) {
      CommandLine tree = tree();
      tree.parseArgs(line.split(" ", -1));
      assertThat(tree.getCommandSpec().findOption("--server").<Object>getValue())
          .hasToString("h:1");
      assertThat(tree.getCommandSpec().findOption("-o").<Object>getValue()).hasToString("json");
    }
  }

  private static CommandLine tree() {
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    GlobalOptions options = new GlobalOptions();
    Session session =
        new Session(
            options,
            Terminal.plain(nowhere, nowhere),
            _ -> {
              throw new IllegalStateException("no server is asked");
            },
            Clock.systemUTC());
    return CommandTree.create(session, options, false, List.of());
  }

  private static List<CommandLine> all(CommandLine command) {
    List<CommandLine> all = new ArrayList<>(List.of(command));
    command.getSubcommands().values().forEach(below -> all.addAll(all(below)));
    return all;
  }
}
