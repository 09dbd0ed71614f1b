package dev.redress.cli.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class GenerateCommandTest {
  @TempDir private Path folder;

  private StringWriter errors = new StringWriter();
  private StringWriter output = new StringWriter();

  @BeforeEach
  void clear() {
    errors = new StringWriter();
    output = new StringWriter();
  }

  @Test
  void generate_writesTheFolderAndSaysSo() {
    Path out = folder.resolve("new/month");
    assertThat(run("--lines", "300", "--seed", "7", "--out", out.toString())).isZero();
    assertThat(CsvTable.read(out.resolve("invoices.csv"))).hasSize(300);
    assertThat(errors.toString())
        .matches(
            "(?s)Wrote 300 lines, \\d+ requests, \\d+ time entries of 1 customers and \\d+ faults"
                + " to .* in .* s \\([\\d,]+ lines/s\\)\\.\\R");
    assertThat(output.toString()).isEmpty();
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
          0       | 1         | lines must be from 1 to 100000000, but is 0.
          10      | 11        | customers must be from 1 to 10, but is 11.
          10      | -1        | customers must be from 1 to 10, but is -1.
          """)
  void generate_refusesBadValuesInOneSentence(String lines, String customers, String sentence) {
    Path out = folder.resolve("none");
    assertThat(run("--lines", lines, "--customers", customers, "--out", out.toString()))
        .isEqualTo(2);
    assertThat(errors.toString().strip()).isEqualTo(sentence);
    assertThat(out).doesNotExist();
  }

  @Test
  void generate_refusesAFolderWithDataUnlessForced() throws IOException {
    Path held = Files.writeString(folder.resolve("truth.csv"), "precious");
    assertThat(run("--lines", "10", "--out", folder.toString())).isEqualTo(6);
    assertThat(errors.toString().strip())
        .isEqualTo(folder + " already holds truth.csv; choose another folder or add --force.");
    assertThat(held).hasContent("precious");

    assertThat(run("--lines", "10", "--out", folder.toString(), "--force")).isZero();
    assertThat(CsvTable.read(held)).isNotEmpty();
  }

  @Test
  void generate_saysWhenTheFolderCannotBeWritten() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "in the way");
    assertThat(run("--lines", "10", "--out", file.toString())).isEqualTo(3);
    assertThat(errors.toString()).startsWith(file + " cannot be written: ").hasLineCount(1);
  }

  private int run(String... arguments) {
    return new CommandLine(new GenerateCommand())
        .setErr(new PrintWriter(errors, true))
        .setOut(new PrintWriter(output, true))
        .execute(arguments);
  }
}
