package dev.redress.cli.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvFileTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          # value           | field
          plain             | plain
          ``                | ``
          one, two          | "one, two"
          the "red" one     | "the ""red"" one"
          `two\nlines`      | `"two\nlines"`
          Zahnärzte #1      | Zahnärzte #1
          """)
  void field_isQuotedOnlyWhereNeeded(String value, String field) {
    assertThat(CsvFile.field(value)).isEqualTo(field);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # units | places | decimal
          0       | 2      | 0.00
          5       | 2      | 0.05
          125     | 2      | 1.25
          1200000 | 2      | 12000.00
          7       | 1      | 0.7
          260     | 1      | 26.0
          """)
  void decimal_keepsItsPlaces(long units, int places, String decimal) {
    assertThat(CsvFile.decimal(units, places)).isEqualTo(decimal);
  }

  @Test
  void row_isReadBackAsWritten(@TempDir Path folder) throws Exception {
    Path path = folder.resolve("notes.csv");
    try (CsvFile file = new CsvFile(path, "id", "note")) {
      file.row("1", "said \"later\", then\nleft");
      file.row("2", "");
      assertThat(file.rows()).isEqualTo(2);
    }
    assertThat(CsvTable.read(path))
        .extracting(row -> row.text("note"))
        .containsExactly("said \"later\", then\nleft", "");
  }
}
