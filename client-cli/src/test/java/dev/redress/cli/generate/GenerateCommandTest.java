package dev.redress.cli.generate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.redress.cli.CliRun;
import dev.redress.cli.FakeServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GenerateCommandTest {
  @TempDir private Path folder;

  private String errors = "";
  private String output = "";

  @Test
  void generate_writesTheFolderAndSaysSo() {
    Path out = folder.resolve("new/month");
    assertThat(run("--lines", "300", "--seed", "7", "--out", out.toString())).isZero();
    assertThat(CsvTable.read(out.resolve("invoices.csv"))).hasSize(300);
    assertThat(errors)
        .matches(
            "(?s)Wrote 300 lines, \\d+ requests, \\d+ time entries of 1 customers and \\d+ faults"
                + " to .* in .* s \\([\\d,]+ lines/s\\)\\.\\R");
    assertThat(output).isEmpty();
  }

  @Test
  void generate_spreadsLinesOverTheCustomersAskedFor() {
    assertThat(run("--lines", "300", "--customers", "7", "--out", folder.toString())).isZero();
    assertThat(CsvTable.read(folder.resolve("customers.csv"))).hasSize(7);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # lines | customers | sentence
          0       | 1         | redress: --lines must be from 1 to 100000000, and is 0
          10      | 11        | redress: --customers must be from 1 to 10, and is 11
          10      | -1        | redress: --customers must be from 1 to 10, and is -1
          many    | 1         | redress: Invalid value for option '--lines': 'many' is not a whole number; see 'redress generate --help'
          """)
  void generate_refusesBadValuesInOneSentence(String lines, String customers, String sentence) {
    Path out = folder.resolve("none");
    assertThat(run("--lines", lines, "--customers", customers, "--out", out.toString()))
        .isEqualTo(2);
    assertThat(errors.strip()).isEqualTo(sentence);
    assertThat(out).doesNotExist();
  }

  @Test
  void generate_refusesAFolderWithDataUnlessForced() throws IOException {
    Path held = Files.writeString(folder.resolve("truth.csv"), "precious");
    assertThat(run("--lines", "10", "--out", folder.toString())).isEqualTo(6);
    assertThat(errors.strip())
        .isEqualTo(
            "redress: "
                + folder
                + " already holds truth.csv; choose another folder or add --force");
    assertThat(held).hasContent("precious");

    assertThat(run("--lines", "10", "--out", folder.toString(), "--force")).isZero();
    assertThat(CsvTable.read(held)).isNotEmpty();
  }

  @Test
  void generate_saysWhenTheFolderCannotBeWritten() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "in the way");
    assertThat(run("--lines", "10", "--out", file.toString())).isEqualTo(3);
    assertThat(errors).startsWith("redress: " + file + " cannot be written: ").hasLineCount(1);
  }

  private int run(String... arguments) {
    List<String> all = new ArrayList<>(List.of("generate"));
    all.addAll(List.of(arguments));
    try (FakeServer server = new FakeServer()) {
      CliRun run = CliRun.of(server, all.toArray(String[]::new));
      output = run.out();
      errors = run.err();
      return run.exitCode();
    }
  }
}
