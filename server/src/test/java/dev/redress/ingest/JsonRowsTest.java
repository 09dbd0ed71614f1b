package dev.redress.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.redress.error.ErrorReason;
import dev.redress.error.RedressException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonRowsTest {
  @TempDir Path folder;

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # document                                          | columns      | rows
          [{"a":1,"b":"x"},{"b":"y"}]                         | [a, b]       | 1 [1, x]; 2 [, y]
          {"total":1,"list":[{"a":1.125}],"next":null}        | [a]          | 1 [1.1250]
          {"tags":["x"],"none":[],"items":[{"a":true}]}       | [a]          | 1 [true]
          [{"a":{"b":{"c":"deep"}},"d":[{"e":1},{"e":2}]}]    | [a.b.c, d.e] | '1 [deep, 1
          2]'
          [{"a":1e300},{"a":null},{"a":0.1000000000000000055}] | [a]         | 1 [1e300]; 2 []; 3 [0.1]
          """)
  void table_ofTheObjectsOfTheList(String document, String columns, String rows)
      throws IOException {
    Table table = table(document);

    assertThat(table.header()).hasToString(columns);
    assertThat(rows(table)).isEqualTo(rows);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # document                      | reason              | message
          []                              | FILE_EMPTY          | the file has no list of entries: export it again
          [{},{}]                         | FILE_EMPTY          | the entries of the file have no values: export it again
          {"a":1}                         | FILE_EMPTY          | the file has no list of entries: export it again
          [{"a":1},7]                     | FILE_FORMAT_UNKNOWN | the list of the file has something that is no entry in braces
          {"a":[{"b":1}],"c":[{"d":1}]}   | FILE_FORMAT_UNKNOWN | the file has more than one list of entries: keep the one to import
          [{"a":1}                        | FILE_FORMAT_UNKNOWN | the file is not well-formed JSON in line 1: export it again
          [{"a":1},{"a"]                  | FILE_FORMAT_UNKNOWN | the file is not well-formed JSON in line 1: export it again
          [{"a":[1}]                      | FILE_FORMAT_UNKNOWN | the file is not well-formed JSON in line 1: export it again
          [{"a":1}] []                    | FILE_FORMAT_UNKNOWN | the file goes on behind its list: export it again
          """)
  void table_ofAnotherDocument_isRefused(String document, ErrorReason reason, String message) {
    assertRefused(document, reason, message);
  }

  @Test
  void table_ofADocumentThatIsMadeToExhaust_isRefused() {
    String message =
        "the file nests values deeper than 64, or has a name, a number or a text that is too long:"
            + " shorten it";
    String wide =
        IntStream.range(0, 300).mapToObj(i -> "\"c" + i + "\":1").collect(Collectors.joining(","));

    assertRefused(
        "[{\"a\":" + "[".repeat(100) + "]".repeat(100) + "}]", ErrorReason.TOO_LARGE, message);
    assertRefused("[{\"" + "a".repeat(2_000) + "\":1}]", ErrorReason.TOO_LARGE, message);
    assertRefused("[{\"a\":" + "1".repeat(200) + "}]", ErrorReason.TOO_LARGE, message);
    assertRefused("[{\"a\":\"" + "x".repeat(5_000_000) + "\"}]", ErrorReason.TOO_LARGE, message);
    assertRefused(
        "[{" + wide + "}]",
        ErrorReason.FILE_HEADER_INVALID,
        "the entries of the file have more than 200 different values: leave some out");
  }

  private void assertRefused(String document, ErrorReason reason, String message) {
    assertThatThrownBy(() -> table(document))
        .isInstanceOfSatisfying(
            RedressException.class, e -> assertThat(e.reason()).isEqualTo(reason))
        .hasMessage(message);
  }

  private Table table(String document) throws IOException {
    assertThat(JsonRows.SYNTAX.begins(document)).isTrue();
    Path file = Files.writeString(folder.resolve("a.json"), document);
    return JsonRows.SYNTAX.table(file, StandardCharsets.UTF_8);
  }

  private static String rows(Table table) {
    List<String> rows = new ArrayList<>();
    try (FileRows all = table.rows()) {
      while (all.hasNext()) {
        FileRow row = all.next();
        rows.add(row.line() + " " + row.fields());
      }
    }
    return String.join("; ", rows);
  }
}
