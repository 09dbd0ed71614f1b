package dev.redress.ingest;

import java.util.List;

/**
 * A mapping that was made up from a file: what is certain can be used, the rest is for a person to
 * decide.
 *
 * @param columns of Redress that the kind of file has
 * @param answers what holds for the whole file, by the keys of a saved mapping
 * @param skippedRows rows that look like totals
 * @param unusedColumns of the file
 */
public record MappingSuggestion(
    List<Entry> columns,
    List<Entry> answers,
    List<ColumnMapping.SkippedRow> skippedRows,
    List<String> unusedColumns) {

  public MappingSuggestion {
    columns = List.copyOf(columns);
    answers = List.copyOf(answers);
    skippedRows = List.copyOf(skippedRows);
    unusedColumns = List.copyOf(unusedColumns);
  }

  /**
   * One line of it.
   *
   * @param values columns of the file, or one value; empty: not known
   * @param certain whether it can be used as it is
   * @param needed whether a file cannot be imported without it
   * @param note why, a value or a question, at most 300 characters
   */
  public record Entry(
      String key, List<String> values, boolean certain, boolean needed, String note) {
    private static final int NOTE_MAX = 300;

    public Entry {
      values = List.copyOf(values);
      note = ImportProblems.head(note, NOTE_MAX);
    }
  }
}
