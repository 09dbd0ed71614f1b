package dev.redress.cli.generate;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Reads a whole RFC 4180 file into rows, for checks of what was written. */
final class CsvTable {
  /** One row, its values under the names of the header. */
  record Row(Map<String, String> values) {
    String text(String column) {
      return Objects.requireNonNull(values.get(column), column);
    }

    BigDecimal number(String column) {
      return new BigDecimal(text(column));
    }
  }

  private CsvTable() {}

  /** The rows of a file in a folder. */
  static List<Row> read(Path file) {
    try {
      return parse(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The rows of a file of the sample month. */
  static List<Row> sample(String name) {
    try (InputStream in = CsvTable.class.getResourceAsStream("/sample/" + name)) {
      byte[] bytes = Objects.requireNonNull(in, name).readAllBytes();
      return parse(new String(bytes, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The rows of a text; every row must have as many fields as the header. */
  static List<Row> parse(String text) {
    List<Row> rows = new ArrayList<>();
    List<String> header = List.of();
    List<String> fields = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char letter = text.charAt(i);
      if (letter == '"') {
        boolean doubled = quoted && i + 1 < text.length() && text.charAt(i + 1) == '"';
        if (doubled) {
          field.append('"');
          i++;
        } else {
          quoted = !quoted;
        }
      } else if (quoted || (letter != ',' && letter != '\n')) {
        field.append(letter);
      } else {
        fields.add(field.toString());
        field.setLength(0);
        if (letter == '\n') {
          if (header.isEmpty()) {
            header = List.copyOf(fields);
          } else {
            rows.add(row(header, fields));
          }
          fields.clear();
        }
      }
    }
    return rows;
  }

  private static Row row(List<String> header, List<String> fields) {
    if (header.size() != fields.size()) {
      throw new IllegalArgumentException(header + " does not fit " + fields);
    }
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i < header.size(); i++) {
      values.put(header.get(i), fields.get(i));
    }
    return new Row(values);
  }
}
