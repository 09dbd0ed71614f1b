package dev.redress.cli.importing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.TextFormat;
import dev.redress.cli.failure.CommandFailure;
import dev.redress.cli.failure.ExitCode;
import dev.redress.v1.ImportHeader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SavedMappingTest {
  @TempDir private Path folder;

  @Test
  void everything_thatAMappingCanSay() {
    String text =
        """
        # our time sheets
        kind: time-entries
        columns:
          technician: Who
          started_at: [Day, Begin]
          hours: "Time: worked"
        constants:
          work_type: remote
        skip_rows:
          - {column: Who, value: Total}
          - column: Day
            value: ""
        customer: Atlas
        date_order: dmy
        time_zone: Europe/Berlin
        decimal: comma
        currency: eur
        work_date: period-end
        time_unit: seconds
        time_of_day: 08:00
        invoice: "0047"
        invoice_date: 2026-09-30
        separator: tab
        encoding: windows-1252
        """;

    assertThat(shown(SavedMapping.of("a.yaml", text, ImportKind.TIME_ENTRIES)))
        .isEqualTo(
            """
            customer_id: "Atlas"
            date_order: DMY
            time_zone: "Europe/Berlin"
            decimal_mark: COMMA
            currency: "EUR"
            work_day: PERIOD_END
            time_unit: SECONDS
            invoice_id: "0047"
            invoice_date {
              year: 2026
              month: 9
              day: 30
            }
            mapping {
              sources {
                target: "technician"
                columns: "Who"
              }
              sources {
                target: "started_at"
                columns: "Day"
                columns: "Begin"
              }
              sources {
                target: "hours"
                columns: "Time: worked"
              }
              constants {
                target: "work_type"
                value: "remote"
              }
              skipped_rows {
                column: "Who"
                value: "Total"
              }
              skipped_rows {
                column: "Day"
              }
              separator: "\\t"
              encoding: "windows-1252"
              time_of_day: "08:00"
            }
            """);
  }

  private static String shown(SavedMapping mapping) {
    return TextFormat.printer().printToString(mapping.header());
  }

  @ParameterizedTest(name = "[{0}]")
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '`',
      textBlock =
          """
          # the mapping, lines with ~ between             # line # what is wrong
          columns: {hours: Time}                          # 1 # the mapping lacks its kind, such as 'kind: time-entries'
          kind: invoices~columns: {hours: Time}           # 1 # the mapping is for invoices and not for time-entries
          kind: time-entries~colums: {hours: Time}        # 2 # 'colums' is no key of a mapping
          kind: time-entries~columns: [hours]             # 2 # columns has a column of Redress in each line, such as 'hours: Time'
          kind: time-entries~columns:~  hours: {a: b}     # 3 # hours must be one value
          kind: time-entries~columns:~  hours: [[a]]      # 3 # hours must be one value
          kind: time-entries~columns:~  h: a~  h: b       # 4 # 'h' stands here twice
          kind: time-entries~skip_rows: Total             # 2 # skip_rows is a list of rows, such as '- {column: No, value: Total}'
          kind: time-entries~skip_rows:~  - {column: No}  # 3 # skip_rows is a list of rows, such as '- {column: No, value: Total}'
          kind: time-entries~date_order: ydm              # 2 # date_order: 'ydm' is not one of DMY, MDY
          kind: time-entries~invoice_date: 30.9.2026      # 2 # invoice_date: '30.9.2026' is not a date such as 2026-11-25
          kind: time-entries~customer: [a, b]             # 2 # customer must be one value
          just words                                      # 1 # a mapping has keys, such as 'kind: invoices'
          ``                                              # 1 # the mapping is empty
          kind: time-entries~---~kind: time-entries       # 2 # a second document begins: keep one a file
          kind: &a time-entries                           # 1 # anchors, aliases, tags and values nested so deep are not read
          kind: !!str time-entries                        # 1 # anchors, aliases, tags and values nested so deep are not read
          kind: *a                                        # 1 # anchors, aliases, tags and values nested so deep are not read
          kind:~  [[[[[[a]]]]]]                           # 2 # anchors, aliases, tags and values nested so deep are not read
          """)
  void whatIsNoMapping_isRefusedByItsLine(String mapping, int line, String message) {
    assertThatThrownBy(
            () -> SavedMapping.of("a.yaml", mapping.replace('~', '\n'), ImportKind.TIME_ENTRIES))
        .isInstanceOfSatisfying(
            CommandFailure.class,
            failure -> assertThat(failure.exitCode()).isEqualTo(ExitCode.INVALID_INPUT))
        .hasMessage("'a.yaml', line " + line + ": " + message);
  }

  @ParameterizedTest(name = "[{0}]")
  @CsvSource(
      delimiter = '#',
      textBlock =
          """
          # the mapping, lines with ~ between # line # how its refusal begins
          kind: [time-entries~columns: a      # 2    # this is no YAML:
          kind: "time-entries                 # 1    # this is no YAML:
          kind: time-entries~\t hours: a      # 2    # this is no YAML:
          """)
  void whatIsNoYaml_isRefusedByItsLine(String mapping, int line, String begin) {
    assertThatThrownBy(
            () -> SavedMapping.of("a.yaml", mapping.replace('~', '\n'), ImportKind.TIME_ENTRIES))
        .isInstanceOf(CommandFailure.class)
        .hasMessageStartingWith("'a.yaml', line " + line + ": " + begin);
  }

  @Test
  void file_thatCannotBeAMapping_isRefused() throws IOException {
    Path large = Files.writeString(folder.resolve("large.yaml"), "#".repeat(65_537));
    Path latin = Files.write(folder.resolve("latin.yaml"), "kind: \u00e9".getBytes(ISO_8859_1));
    Path none = folder.resolve("none.yaml");

    assertThatThrownBy(() -> read(large))
        .hasMessage("'large.yaml' has more than 65536 bytes, too many for a mapping");
    assertThatThrownBy(() -> read(latin))
        .hasMessage("'latin.yaml' is not UTF-8 text: save it as such");
    assertThatThrownBy(() -> read(none)).hasMessage("there is no file '" + none + "'");
  }

  @Test
  void file_ofAnotherSystem_isRead() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("a.yaml"), "\uFEFFkind: customers\r\ncolumns:\r\n  name: Größe\r\n");

    assertThat(read(file).header().getMapping().getSources(0).getColumns(0)).isEqualTo("Größe");
  }

  private static SavedMapping read(Path file) {
    return SavedMapping.of(FileSource.of(file.toString()), ImportKind.CUSTOMERS);
  }

  @ParameterizedTest(name = "[{0}]")
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '`',
      textBlock =
          """
          # the field                           # what is wrong               # what is told
          header.mapping.sources[1].target      # `'colour' is no column`     # `'a.yaml', line 4: 'colour' is no column`
          header.mapping.sources[0].columns[1]  # must not be empty           # 'a.yaml', line 3: must not be empty
          header.mapping.sources                # nothing fills name          # 'a.yaml', line 2: nothing fills name
          header.mapping.skipped_rows[0].column # the file has no column 'X'  # 'a.yaml', line 6: the file has no column 'X'
          header.mapping.skipped_rows           # has 21 entries              # 'a.yaml', line 5: has 21 entries
          header.mapping.encoding               # must be ISO-8859-1          # 'a.yaml', line 7: must be ISO-8859-1
          header.time_zone                      # is none                     # 'a.yaml', line 8: is none
          header.currency                       # is none                     # header.currency: is none
          ``                                    # the server is busy          # the server is busy
          """)
  void whatTheServerRefuses_isToldByItsLine(String field, String flaw, String told) {
    SavedMapping mapping =
        SavedMapping.of(
            "a.yaml",
            """
            kind: customers
            columns:
              name: Firm
              colour: Hue
            skip_rows:
              - {column: Firm, value: Total}
            encoding: latin
            time_zone: Bonn
            """,
            ImportKind.CUSTOMERS);
    CommandFailure refused =
        new CommandFailure(
            ExitCode.INVALID_INPUT,
            field.isEmpty() ? flaw : field + ": " + flaw,
            new IllegalStateException(),
            field,
            flaw);

    assertThat(mapping.located(refused, ImportHeader.getDefaultInstance())).hasMessage(told);
  }

  @Test
  void whatAnOptionSays_isNotToldByALine() {
    SavedMapping mapping =
        SavedMapping.of(
            "a.yaml",
            "kind: customers\ncolumns: {name: Firm}\ntime_zone: Europe/Berlin",
            ImportKind.CUSTOMERS);
    CommandFailure refused =
        new CommandFailure(
            ExitCode.INVALID_INPUT,
            "header.time_zone: is none",
            new IllegalStateException(),
            "header.time_zone",
            "is none");

    assertThat(mapping.located(refused, ImportHeader.newBuilder().setTimeZone("Bonn").build()))
        .hasMessage("header.time_zone: is none");
  }
}
