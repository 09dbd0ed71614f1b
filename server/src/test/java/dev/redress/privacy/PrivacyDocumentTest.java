package dev.redress.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.redress.privacy.PersonalData.Column;
import dev.redress.privacy.PersonalData.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The document says what the list says. */
class PrivacyDocumentTest {
  private static final Path DOCUMENT = Path.of("../docs/privacy.md");

  @Test
  void document_hasARowForEachPersonalColumn_andNoOther() throws IOException {
    List<String> rows =
        Files.readString(DOCUMENT)
            .lines()
            .filter(line -> line.matches("\\| `[a-z0-9_]+\\.[a-z0-9_]+` .*"))
            .toList();

    assertThat(rows)
        .containsExactlyElementsOf(
            PersonalData.tables().stream().flatMap(PrivacyDocumentTest::rows).toList());
  }

  private static Stream<String> rows(Table table) {
    return table.columns().values().stream().flatMap(column -> row(table, column));
  }

  private static Stream<String> row(Table table, Column column) {
    String name = table.name() + "." + column.name();
    return switch (column.treatment()) {
      case STAFF -> Stream.of("| `%s` | %s | a name | stays |".formatted(name, staff(column)));
      case TEXT, EMPTY, NULL, JSON, HASH, AUTHOR, OWN ->
          Stream.of(
              "| `%s` | %s | %s | %s |"
                  .formatted(name, column.whose(), column.what(), after(column.treatment())));
      case ID, CODE, TERM, SECRET -> Stream.of();
    };
  }

  private static String staff(Column column) {
    return column.name().matches("technician|assignee") ? "technician" : "clerk";
  }

  private static String after(Treatment treatment) {
    return switch (treatment) {
      case TEXT -> "`[erased]`";
      case EMPTY, NULL -> "nothing";
      case JSON -> "`{}`";
      case HASH -> "`erased`";
      case AUTHOR -> "stays, unless it is a name of the customer's people";
      case OWN -> "as said";
      case ID, CODE, STAFF, TERM, SECRET -> "stays";
    };
  }
}
