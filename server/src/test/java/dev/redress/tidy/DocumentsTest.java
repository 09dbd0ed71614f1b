package dev.redress.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.redress.error.ErrorReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the documents promise is there. */
class DocumentsTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Pattern REASON_ROW =
      Pattern.compile("^\\| `([A-Z_]+)` \\| ([A-Z_]+) \\|", Pattern.MULTILINE);
  private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:)([^)#]+)(#[^)]*)?\\)");

  @Test
  void api_listsEveryReasonWithItsStatusInTheirOrder() throws IOException {
    List<String> rows = new ArrayList<>();
    Matcher row = REASON_ROW.matcher(Files.readString(ROOT.resolve("docs/api.md")));
    while (row.find()) {
      rows.add(row.group(1) + " " + row.group(2));
    }
    assertThat(rows)
        .containsExactlyElementsOf(
            Arrays.stream(ErrorReason.values())
                .map(reason -> reason + " " + reason.kind().name().replace("_ERROR", ""))
                .toList());
  }

  @Test
  void links_leadSomewhere() throws IOException {
    try (Stream<Path> documents = Files.list(ROOT.resolve("docs"))) {
      for (Path document :
          Stream.concat(documents, Stream.of(ROOT.resolve("README.md"))).toList()) {
        Matcher link = LINK.matcher(Files.readString(document));
        while (link.find()) {
          assertThat(document.resolveSibling(link.group(1)))
              .as("a link in %s", document.getFileName())
              .exists();
        }
      }
    }
  }
}
