package dev.redress.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.redress.process.CommandLine.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A dispute from its opening to its second end, by the command line alone. */
class WalkIT {
  /**
   * What is typed, with {@code {d}} for the dispute and {@code {c}} for its live callback; how it
   * ends; what it says has changed; what it says comes next.
   */
  private static final String STEPS =
      """
      authority set --role CLERK --limit 50 --currency USD | 0 | CLERK may concede up to 50.00 USD |
      authority set --role ACCOUNT_MANAGER --limit 1000 --currency USD | 0 | up to 1000.00 USD |
      dispute open --line 1-01 --reason NOT_DELIVERED --raised-by customer | 0 | now has 1 line over 300.00 USD | callback log {c} --outcome REACHED
      callback log {c} --outcome HUNG_UP --approach ask_for_Anna | 0 | Logged HUNG_UP | dispute show {d}
      callback log {c} --outcome WRONG_NUMBER --contact Anna_Berg | 0 | Logged WRONG_NUMBER | dispute show {d}
      dispute resolve {d} --all-lines CREDITED --actor sarah | 6 | no call has reached the customer |
      callback log {c} --outcome REACHED | 0 | Logged REACHED | dispute resolve {d} --all-lines EXPLAINED
      dispute handoff {d} --to bo --reason speaks_Spanish --actor sarah | 0 | until then sarah owns the dispute | handoff show
      dispute accept {d} --actor mia | 5 | asks bo, who alone can answer it |
      dispute accept {d} --actor bo | 0 | bo owns the dispute and its call; no due time has moved | dispute brief {d}
      dispute handoff {d} --to sarah --reason needs_her_limit --actor bo | 0 | until then bo owns the dispute | handoff show
      dispute accept {d} --actor sarah | 0 | sarah owns the dispute and its call | dispute brief {d}
      dispute brief {d} --actor sarah | 0 | 300.00 USD |
      dispute review {d} --actor bo | 0 | The dispute is in review | dispute propose {d}
      dispute propose {d} --all-lines CREDITED --actor bo | 0 | The outcomes are proposed | dispute approve {d}
      dispute approve {d} --actor bo | 5 | bo may concede up to 50.00 USD on a dispute; 300.00 USD needs the approval of ACCOUNT_MANAGER |
      dispute approve {d} --actor sarah | 0 | The proposal is approved | dispute resolve {d}
      dispute resolve {d} --actor sarah | 0 | resolved; credited 300.00 USD; it closes for good | credit list --dispute {d}
      dispute reopen {d} --reason too_much --actor sarah | 0 | open again (once so far); sarah owns it | callback log {c} --outcome REACHED
      dispute resolve {d} --all-lines EXPLAINED --actor sarah | 6 | no call has reached the customer |
      callback log {c} --outcome REACHED --actor sarah | 0 | Logged REACHED | dispute resolve {d}
      dispute resolve {d} --all-lines EXPLAINED --actor sarah | 0 | resolved; credited 300.00 USD | credit list --dispute {d}
      verify | 0 | All 8 invariants hold |
      """;

  private static final Pattern CODE = Pattern.compile("[A-Z_]+");
  private static final Pattern ROW =
      Pattern.compile("^(?<what>DISPUTE|CALLBACK) +(?<id>\\S+)$", Pattern.MULTILINE);

  @TempDir private Path folder;

  @Test
  void aDisputeIsWorkedToItsEndTwice_andEachStepSaysWhatComesNext() throws Exception {
    try (TestServer server = TestServer.start(folder.resolve("data"))) {
      CommandLine cli = new CommandLine(server, folder);
      load(cli);
      Seen seen = new Seen();
      List<String> wrong = new ArrayList<>();
      for (String step : STEPS.lines().toList()) {
        String[] cells = step.split("\\s*\\|\\s*", -1);
        Run run = cli.run(words(seen.named(cells[0])));
        seen.look(run.out());
        String said = run.out() + run.err();
        if (run.exitCode() != Integer.parseInt(cells[1])
            || !said.contains(cells[2])
            || !said.contains(cells[3].isEmpty() ? "" : "next: redress " + seen.named(cells[3]))) {
          wrong.add(step + "\n  ended with " + run.exitCode() + " and said\n" + said);
        }
      }
      assertThat(wrong).isEmpty();
      assertThat(cli.run(words(seen.named("dispute history {d}"))).out())
          .containsSubsequence(
              "HUNG_UP",
              "WRONG_NUMBER",
              "REACHED",
              "now owned by bo",
              "now owned by sarah",
              "IN_REVIEW -> PROPOSED",
              "PROPOSED -> APPROVED",
              "300.00 USD, for line 1-01",
              "APPROVED -> RESOLVED",
              "RESOLVED -> REOPENED",
              "APPROVED -> RESOLVED");
      assertThat(server.said()).noneMatch(line -> line.contains("incident"));
    }
  }

  private void load(CommandLine cli) throws Exception {
    write(
        "customers.csv",
        """
        customer_id,name,time_zone,account_manager,phone,currency
        VARN,Varn Tools,America/Chicago,sarah,+1 312 555 0142,USD
        """);
    write(
        "requests.csv",
        """
        request_id,customer_id,opened_at,closed_at,summary,assignee
        NG-1,VARN,2026-10-11T09:00:00-05:00,2026-10-14T09:00:00-05:00,firewall upgrade,tom
        """);
    write(
        "invoices.csv",
        """
        invoice_id,customer_id,invoice_date,line_id,work_date,technician,hours,rate,amount,currency,\
        description,reference
        I1,VARN,2026-10-31,1-01,2026-10-12,tom,3,100,300.00,USD,firewall upgrade,NG-1
        """);
    for (String command :
        List.of(
            "import customers customers.csv",
            "import requests requests.csv",
            "import invoices invoices.csv",
            "reconcile")) {
      Run run = cli.run(List.of(command.split(" ")));
      assertThat(run.exitCode()).as(command + ": " + run.err()).isZero();
    }
  }

  private void write(String file, String text) throws IOException {
    Files.writeString(folder.resolve(file), text);
  }

  /** What is typed; an underscore in a word that is not a code stands for a space. */
  private static List<String> words(String typed) {
    return Arrays.stream(typed.split(" "))
        .map(word -> CODE.matcher(word).matches() ? word : word.replace('_', ' '))
        .toList();
  }

  /** The names that a person reads from the last answers. */
  private static final class Seen {
    private String dispute = "";
    private String callback = "";

    void look(String out) {
      Matcher row = ROW.matcher(out);
      while (row.find()) {
        if (row.group("what").equals("DISPUTE")) {
          dispute = row.group("id");
        } else {
          callback = row.group("id");
        }
      }
    }

    String named(String text) {
      return text.replace("{d}", dispute).replace("{c}", callback);
    }
  }
}
