package dev.redress.cli.importing;

import dev.redress.v1.ColumnMapping;
import dev.redress.v1.MappingSuggestion;
import dev.redress.v1.MappingSuggestion.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A proposed mapping as YAML, to be saved: what is not certain stands in comments. */
final class MappingText {
  private MappingText() {}

  /** The lines of it. */
  static List<String> of(MappingSuggestion suggestion, ImportKind kind, String file) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "# Proposed for " + quoted(file) + ". Look through it, above all at the lines with a");
    lines.add("# question, then: redress import " + kind + " FILE --map THIS_FILE");
    lines.add("kind: " + kind);
    lines.add("");
    lines.add("# column of Redress: column of the file");
    lines.add("columns:");
    suggestion.getColumnsList().stream()
        .filter(entry -> entry.getValuesCount() > 0 || entry.getNeeded())
        .forEach(entry -> lines.add(line("  ", entry)));
    String others =
        suggestion.getColumnsList().stream()
            .filter(entry -> entry.getValuesCount() == 0 && !entry.getNeeded())
            .map(Entry::getKey)
            .collect(Collectors.joining(", "));
    if (!others.isEmpty()) {
      lines.add("  # there are also " + others);
    }
    if (suggestion.getUnusedColumnsCount() > 0) {
      lines.add(
          "  # kept as attributes: "
              + suggestion.getUnusedColumnsList().stream()
                  .map(MappingText::quoted)
                  .collect(Collectors.joining(", ")));
    }
    if (suggestion.getAnswersCount() > 0) {
      lines.add("");
      suggestion.getAnswersList().forEach(entry -> lines.add(line("", entry)));
    }
    if (suggestion.getSkippedRowsCount() > 0) {
      lines.add("");
      lines.add("# rows that are none");
      lines.add("skip_rows:");
      for (ColumnMapping.SkippedRow row : suggestion.getSkippedRowsList()) {
        lines.add(
            "  - {column: " + quoted(row.getColumn()) + ", value: " + quoted(row.getValue()) + "}");
      }
    }
    return lines;
  }

  private static String line(String indent, Entry entry) {
    List<String> values = entry.getValuesList().stream().map(MappingText::quoted).toList();
    String value =
        values.size() == 1 ? values.getFirst() : values.isEmpty() ? "" : values.toString();
    String said = entry.getKey() + ":" + (value.isEmpty() ? "" : " " + value);
    String note = entry.getNote().isEmpty() ? "" : "  # " + plain(entry.getNote());
    return indent + (entry.getCertain() ? "" : "# ") + said + note;
  }

  /** A text that YAML reads as it is. */
  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (Character.isISOControl(c) || c == '\uFEFF' || c == '\u2028' || c == '\u2029') {
        quoted.append("\\u%04X".formatted((int) c));
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }

  /** A text on one line. */
  private static String plain(String text) {
    return text.replaceAll("[\\p{Cntrl}\u2028\u2029]", " ");
  }
}
