package dev.redress.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.redress.process.CommandLine.Run;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What people get wrong, typed at a real command line against a real server: each mistake gets its
 * documented exit code and one clear sentence, and what is stored stays as it was.
 */
class BadInputIT {
  private static final int COMMANDS_AT_ONCE = 2;

  /** The command, its exit code, and what it says. */
  private static final String MISTAKES =
      """
      # names and words
      disput list                               | 2 | 'disput' is not a command; perhaps dispute
      dispute list --opne                       | 2 | '--opne' is not an option
      verdict explain                           | 2 | Missing required parameter: 'LINE'
      verdict list --verdict MAYBE              | 2 | 'MAYBE' is not one of MATCHED, AMBIGUOUS
      verdict list -o yaml                      | 2 | 'yaml' is not one of table, json, csv
      callback log C1 --outcome MAYBE           | 2 | 'MAYBE' is not one of REACHED, NO_ANSWER
      import tickets good.csv                   | 2 | 'tickets' is not one of requests
      dispute show nosuch                       | 4 | there is no dispute providers/default/disputes/nosuch
      callback log nosuch --outcome REACHED     | 4 | there is no callback
      verdict explain NO-SUCH                   | 4 | no line 'NO-SUCH' has a verdict
      verdict explain L';_DROP_TABLE_labor_line;-- | 4 | no line 'L'; DROP TABLE labor_line;--' has a verdict
      verdict confirm 26092-27 NG-9999          | 4 | there is no request
      reconcile --customer NOBODY               | 4 | there is no customer NOBODY
      dispute list --provider nobody            | 4 | there is no provider providers/nobody
      dispute list --provider ../x              | 3 | 'providers/../x' is not a name of the form

      # numbers, days and sizes
      reconcile --from 2026-02-31               | 2 | '2026-02-31' is not a date
      generate --lines -5 --out g               | 2 | --lines must be from 1 to 100000000, and is -5
      generate --lines 1e9 --out g              | 2 | '1e9' is not a whole number
      event watch --after -1                    | 3 | after_sequence: must be 0 or more
      verdict reject 26092-27 NG-1123 --reason {5000} | 3 | has 5000 characters; at most 2000 are allowed
      dispute open --line 26091-01 --reason OTHER_REASON | 2 | 'OTHER_REASON' is not one of

      # servers
      dispute list --server 127.0.0.1:1         | 7 | no server answers at 127.0.0.1:1
      dispute list --server nowhere.invalid:7443 | 7 | no server answers at nowhere.invalid:7443
      dispute list --server 127.0.0.1:99999     | 2 | the port must be from 1 to 65535

      # too early
      dispute resolve {dispute} --all-lines CREDITED | 6 | no call has reached the customer

      # files
      import invoices nosuchfile.csv            | 3 | there is no file 'nosuchfile.csv'
      import invoices .                         | 3 | is a folder
      import invoices empty.csv                 | 3 | the file is empty
      import invoices binary.csv                | 3 | the file is not UTF-8 text: byte 129
      import invoices latin.csv                 | 3 | the file is not UTF-8 text
      import invoices header.csv                | 3 | the header lacks the column invoice_id
      import invoices quote.csv                 | 3 | the file ends inside the quoted field that begins in line 2
      evaluate .                                | 3 | truth.csv, which says what is true

      # rows
      import invoices february.csv              | 8 | work_date must be a day that the calendar has
      import invoices negative.csv              | 8 | hours must be 0 or more
      import invoices huge.csv                  | 8 | hours must be a plain number such as 12 or 1.25
      import invoices comma.csv                 | 8 | hours must be written with a decimal point
      import invoices currency.csv              | 8 | currency must be the ISO 4217 code
      import invoices mixed.csv --strict        | 8 | currency must be the same in every row of the invoice
      import invoices stranger.csv              | 8 | customer_id is not known
      import invoices fields.csv                | 8 | the row has 3 fields and the header has 11
      import invoices long.csv                  | 8 | description must have at most 32000 characters
      """;

  private static final String HEADER =
      "invoice_id,customer_id,invoice_date,line_id,work_date,technician,hours,rate,amount,currency,"
          + "description";

  @TempDir private Path folder;

  @Test
  void everyMistakeGetsItsExitCodeAndOneSentenceAndLosesNothing() throws Exception {
    writeFiles();
    try (TestServer server = TestServer.start(folder.resolve("data"))) {
      SampleMonth.load(server, folder);
      CommandLine cli = new CommandLine(server, folder);
      String dispute = cli.run(List.of("dispute", "list", "-o", "csv")).out();
      String before = stored(cli);

      List<Future<String>> answers = new ArrayList<>();
      List<String> expected = new ArrayList<>();
      try (ExecutorService threads = Executors.newFixedThreadPool(COMMANDS_AT_ONCE)) {
        for (String mistake : MISTAKES.lines().filter(row -> row.contains("|")).toList()) {
          String[] cells = mistake.split("\\|", 3);
          List<String> command = command(cells[0].strip(), firstId(dispute));
          expected.add(cells[0].strip() + " -> " + cells[1].strip() + " ... " + cells[2].strip());
          answers.add(
              threads.submit(
                  () -> cells[0].strip() + " -> " + told(cli.run(command), cells[2].strip())));
        }
      }
      List<String> actual = new ArrayList<>();
      for (Future<String> answer : answers) {
        actual.add(answer.get());
      }

      assertThat(actual).isEqualTo(expected).hasSizeGreaterThanOrEqualTo(30);
      assertThat(stored(cli)).isEqualTo(before);
      assertThat(cli.run(List.of("verify")).exitCode()).isZero();
      assertThat(server.said()).noneMatch(line -> line.contains("incident"));
    }
  }

  /** The exit code and the sentence if it is the expected one, or all that was printed. */
  private static String told(Run run, String sentence) {
    boolean rows = run.exitCode() == 8;
    boolean oneSentence =
        rows
            || (run.out().isEmpty()
                && run.err().startsWith("redress: ")
                && run.err().lines().count() == 1);
    String said = rows ? run.out() : run.err();
    return run.exitCode()
        + " ... "
        + (oneSentence && said.contains(sentence) ? sentence : run.out() + run.err());
  }

  /** All that a mistake could have changed. */
  private static String stored(CommandLine cli) throws Exception {
    StringBuilder stored = new StringBuilder();
    for (String list :
        List.of("verdict list", "dispute list --all", "callback list --all", "credit list")) {
      Run run = cli.run(List.of((list + " -o csv").split(" ")));
      assertThat(run.exitCode()).as(list + run.err()).isZero();
      stored.append(run.out());
    }
    return stored.toString();
  }

  /** A row's words; an underscore within quotes of SQL stands for a space. */
  private static List<String> command(String text, String dispute) {
    return Arrays.stream(text.split(" "))
        .map(
            word ->
                word.contains("DROP_TABLE")
                    ? word.replace("_DROP_TABLE_labor", " DROP TABLE labor")
                    : word)
        .map(word -> word.replace("{5000}", "x".repeat(5_000)).replace("{dispute}", dispute))
        .toList();
  }

  private static String firstId(String csv) {
    String row = csv.lines().skip(1).findFirst().orElseThrow();
    String name = row.substring(0, row.indexOf(','));
    return name.substring(name.lastIndexOf('/') + 1);
  }

  private void writeFiles() throws IOException {
    rows("good.csv", "2026-09-01,Tom,1,100,100,USD,work");
    rows("february.csv", "2026-02-31,Tom,1,100,100,USD,work");
    rows("negative.csv", "2026-09-01,Tom,-1,100,100,USD,work");
    rows("huge.csv", "2026-09-01,Tom,1e9,100,100,USD,work");
    rows("comma.csv", "2026-09-01,Tom,\"1,5\",100,100,USD,work");
    rows("currency.csv", "2026-09-01,Tom,1,100,100,XXQ,work");
    rows("mixed.csv", "2026-09-01,Tom,1,100,100,USD,work", "2026-09-01,Tom,1,100,100,EUR,work");
    rows("long.csv", "2026-09-01,Tom,1,100,100,USD," + "x".repeat(10_000_000));
    write(
        "stranger.csv", HEADER + "\nI-1,NOBODY,2026-09-30,L-1,2026-09-01,Tom,1,100,100,USD,work\n");
    write("fields.csv", HEADER + "\nI-1,VARN,2026-09-30\n");
    write("empty.csv", "");
    write("header.csv", "foo,bar\n1,2\n");
    write("quote.csv", HEADER + "\nI-1,VARN,\"never closed\n");
    byte[] bytes = new byte[25_600];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) i;
    }
    Files.write(folder.resolve("binary.csv"), bytes);
    Files.write(
        folder.resolve("latin.csv"),
        (HEADER + "\nI-1,VARN,2026-09-30,L-1,2026-09-01,J\u00fcrgen,1,100,100,USD,work\n")
            .getBytes(StandardCharsets.ISO_8859_1));
  }

  /** An invoice file whose rows end so. */
  private void rows(String file, String... ends) throws IOException {
    StringBuilder text = new StringBuilder(HEADER).append('\n');
    for (int i = 0; i < ends.length; i++) {
      text.append("I-1,VARN,2026-09-30,L-").append(i + 1).append(',').append(ends[i]).append('\n');
    }
    write(file, text.toString());
  }

  private void write(String file, String text) throws IOException {
    Files.writeString(folder.resolve(file), text);
  }
}
