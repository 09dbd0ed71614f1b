package dev.redress.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.redress.error.RedressException;
import java.io.StringReader;
import java.nio.CharBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvRowsTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          # text, with ' for a quote, ~n for a line feed, ~r for a carriage return | line and fields
          a,b~n1,2~n               | 1[a][b] 2[1][2]
          a,b~r~n1,2               | 1[a][b] 2[1][2]
          a,b~r1,2                 | 1[a][b] 2[1][2]
          ~n~na,b~n~n1,2           | 3[a][b] 5[1][2]
          a~n''~nb                 | 1[a] 2[] 3[b]
          a,~n,                    | 1[a][] 2[][]
          'x~ny',1~n2,3            | 1[x~ny][1] 3[2][3]
          'x~r~ny',1~n2,3          | 1[x~r~ny][1] 3[2][3]
          'x~ry',1~n2,3            | 1[x~ry][1] 3[2][3]
          'say ''hi''',1           | 1[say 'hi'][1]
          5' disk,6'               | 1[5' disk][6']
          'a,b',c                  | 1[a,b][c]
          b,#a                     | 1[b][#a]
          x y ,b                   | 1[x y ][b]
          """)
  void rows_asRfc4180HasThem(String text, String expected) {
    String csvText = unescaped(text);

    List<String> rows = new ArrayList<>();
    try (CsvRows csv = CsvRows.of(new StringReader(csvText), CsvScan.COMMA)) {
      csv.forEachRemaining(
          row -> rows.add(row.line() + "[" + String.join("][", row.fields()) + "]"));
    }

    assertThat(String.join(" ", rows)).isEqualTo(unescaped(expected));
    assertThat(scan(csvText).rows()).as("the first look counts the same").isEqualTo(rows.size());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          # text             | reason              | line
          a,b~n1,'x          | FILE_ENDS_IN_QUOTES | 2
          a~n'~n~n~n         | FILE_ENDS_IN_QUOTES | 2
          a~n'x''            | FILE_ENDS_IN_QUOTES | 2
          a~n'x~ny'~n'z      | FILE_ENDS_IN_QUOTES | 4
          a~n'x'y            | FILE_FORMAT_UNKNOWN | 2
          a,b~n1,'x' ~n      | FILE_FORMAT_UNKNOWN | 2
          a~n'5\\' disk'     | FILE_FORMAT_UNKNOWN | 2
          """)
  void requireWhole_refusesWhatCannotBeToldApart(String text, String reason, String line) {
    CsvScan scan = scan(unescaped(text));

    assertThatThrownBy(scan::requireWhole)
        .isInstanceOfSatisfying(
            RedressException.class,
            e -> {
              assertThat(e.reason()).hasToString(reason);
              assertThat(e.metadata()).containsEntry("line", line);
              assertThat(e).hasMessageContaining("line " + line);
            });
  }

  @Test
  void requireWhole_aFieldOfTenMillionCharactersPasses_oneOfSeventeenDoesNot() {
    CsvScan ten = scan("a\n" + "x".repeat(10 << 20) + "\n1");
    ten.requireWhole();
    assertThat(ten.rows()).isEqualTo(3);

    assertThatThrownBy(scan("a\n" + "x".repeat(17 << 20))::requireWhole)
        .hasMessageContaining("line 2 is longer than 16,777,216 characters");
  }

  @Test
  void next_longestFieldThatTheScanLetsPass_isReadAndCut() {
    String text = "a,\"" + "\"\"".repeat(CsvScan.FIELD_MAX / 2 - 2) + "\",c\n1,2,3\n";
    scan(text).requireWhole();

    try (CsvRows csv = CsvRows.of(new StringReader(text), CsvScan.COMMA)) {
      assertThat(csv.next().fields().get(1)).hasSize(CsvRows.KEPT_MAX);
      assertThat(csv.next().fields()).containsExactly("1", "2", "3");
    }
  }

  @Test
  void next_byteOrderMark_isNoPartOfTheHeader() {
    String text = "\uFEFF\"a\",b\n1,2";

    try (CsvRows csv = CsvRows.of(new StringReader(text), CsvScan.COMMA)) {
      assertThat(csv.next().fields()).containsExactly("a", "b");
    }
    scan(text).requireWhole();
  }

  @Test
  void next_controlCharacters_becomeReplacementsAndAreCounted() {
    try (CsvRows csv =
        CsvRows.of(new StringReader("a\0b\tc\u0008\u009F,\u001B\u007F"), CsvScan.COMMA)) {
      FileRow row = csv.next();

      assertThat(row.fields()).containsExactly("a\uFFFDb\tc\uFFFD\uFFFD", "\uFFFD\uFFFD");
      assertThat(row.charactersReplaced()).isEqualTo(5);
    }
  }

  @Test
  void next_moreFieldsThanAnyHeader_areCountedAndNotKept() {
    try (CsvRows csv = CsvRows.of(new StringReader(",".repeat(100_000)), CsvScan.COMMA)) {
      FileRow row = csv.next();

      assertThat(row.fieldCount()).isEqualTo(100_001);
      assertThat(row.fields()).hasSize(FileRow.FIELDS_MAX);
    }
  }

  private static String unescaped(String text) {
    return text.replace('\'', '"').replace("~n", "\n").replace("~r", "\r");
  }

  private static CsvScan scan(String text) {
    CsvScan scan = new CsvScan(CsvScan.COMMA);
    // In small parts, as files come in.
    for (int i = 0; i < text.length(); i += 65_521) {
      String part = text.substring(i, Math.min(text.length(), i + 65_521));
      scan.accept(CharBuffer.wrap(part.toCharArray()));
    }
    return scan;
  }
}
