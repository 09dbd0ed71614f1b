package dev.redress.cli.importing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.redress.v1.ColumnMapping;
import dev.redress.v1.MappingSuggestion;
import dev.redress.v1.MappingSuggestion.Entry;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MappingTextTest {
  @Test
  void proposal_isAMappingWithQuestions() {
    MappingSuggestion suggestion =
        MappingSuggestion.newBuilder()
            .addColumns(entry("started_at", true, true, "'25.03.2024 10:23'", "Datum", "Von"))
            .addColumns(entry("technician", false, true, "is it this one? 'Tom'", "Wer"))
            .addColumns(entry("hours", false, true, "which column of the file has it?"))
            .addColumns(entry("billable", false, false, ""))
            .addAnswers(entry("decimal", true, true, "as its numbers tell", "comma"))
            .addAnswers(entry("time_zone", false, true, "say it with --time-zone"))
            .addSkippedRows(
                ColumnMapping.SkippedRow.newBuilder().setColumn("Datum").setValue("Summe"))
            .addUnusedColumns("Kst")
            .build();

    assertThat(MappingText.of(suggestion, ImportKind.TIME_ENTRIES, "zeiten.csv"))
        .containsExactly(
            """
            # Proposed for "zeiten.csv". Look through it, above all at the lines with a
            # question, then: redress import time-entries FILE --map THIS_FILE
            kind: time-entries

            # column of Redress: column of the file
            columns:
              started_at: ["Datum", "Von"]  # '25.03.2024 10:23'
              # technician: "Wer"  # is it this one? 'Tom'
              # hours:  # which column of the file has it?
              # there are also billable
              # kept as attributes: "Kst"

            decimal: "comma"  # as its numbers tell
            # time_zone:  # say it with --time-zone

            # rows that are none
            skip_rows:
              - {column: "Datum", value: "Summe"}
            """
                .lines()
                .toArray(String[]::new));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Time: worked # net",
        "\"quoted\" and \\back",
        "'",
        "- a",
        "{a: b}",
        "*x",
        "line\nbreak\tand\u0085next",
        "\u2028",
        "\uFEFFMark",
        "Größe 時間 😀",
        "null",
        "  spaces  "
      })
  void nameOfAnyForm_comesBackFromTheSavedMapping(String name) {
    MappingSuggestion suggestion =
        MappingSuggestion.newBuilder()
            .addColumns(entry("name", true, true, name, name))
            .addSkippedRows(ColumnMapping.SkippedRow.newBuilder().setColumn(name).setValue(name))
            .addUnusedColumns(name)
            .build();

    String text = String.join("\n", MappingText.of(suggestion, ImportKind.CUSTOMERS, name));

    ColumnMapping mapping =
        SavedMapping.of("a.yaml", text, ImportKind.CUSTOMERS).header().getMapping();
    assertThat(mapping.getSources(0).getColumnsList()).containsExactly(name);
    assertThat(mapping.getSkippedRows(0).getValue()).isEqualTo(name);
  }

  private static Entry entry(
      String key, boolean certain, boolean needed, String note, String... values) {
    return Entry.newBuilder()
        .setKey(key)
        .setCertain(certain)
        .setNeeded(needed)
        .setNote(note)
        .addAllValues(List.of(values))
        .build();
  }
}
