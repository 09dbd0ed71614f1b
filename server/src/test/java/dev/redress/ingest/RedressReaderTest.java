package dev.redress.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.redress.error.ErrorReason;
import dev.redress.error.RedressException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedressReaderTest {
  private final RedressReader reader = new RedressReader();

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # kind       | header                                              | what the clerk is told
          CUSTOMERS    | customer_id,name                                    | ok
          CUSTOMERS    | customer_id,display                                 | the header lacks the column name: add it, or rename the column that holds it, or map the columns of the file (--suggest-map); the file has customer_id, display
          REQUESTS     | request_id,customer_id,opened_at,summary            | ok
          REQUESTS     | SUMMARY, Opened_At ,customer_id,REQUEST_ID,extra    | ok
          REQUESTS     | request_id,customer_id,summary                      | the header lacks the column opened_at: add it, or rename the column that holds it, or map the columns of the file (--suggest-map); the file has request_id, customer_id, summary
          REQUESTS     | request_id;customer_id;opened_at;summary            | the header lacks the column request_id: its columns are separated by semicolons; save the file with commas, or map the columns of the file (--suggest-map)
          REQUESTS     | request_id,customer_id,opened_at,summary,Summary    | the header has the column summary twice: leave one of them out
          TIME_ENTRIES | entry_id,customer_id,technician,work_date,hours     | ok
          TIME_ENTRIES | entry_id,request_id,technician,started_at,hours     | ok
          TIME_ENTRIES | entry_id,technician,started_at,hours                | the header lacks the column request_id or customer_id: add it, or rename the column that holds it, or map the columns of the file (--suggest-map); the file has entry_id, technician, started_at, hours
          TIME_ENTRIES | entry_id,request_id,technician,hours                | the header lacks the column started_at or work_date: add it, or rename the column that holds it, or map the columns of the file (--suggest-map); the file has entry_id, request_id, technician, hours
          INVOICES     | invoice_id,customer_id,invoice_date,line_id,work_date,hours,amount,currency,description | ok
          INVOICES     | invoice_id,customer_id,invoice_date,line_id,work_date,hours,amount,description | the header lacks the column currency: add it, or rename the column that holds it, or map the columns of the file (--suggest-map); the file has invoice_id, customer_id, invoice_date, line_id, work_date, hours, amount, description
          INVOICES     | 1,2,3                                               | the header lacks the column invoice_id: add it, or rename the column that holds it, or map the columns of the file (--suggest-map); the file has 1, 2, 3
          """)
  void mapping_headersThatCanBeRead(ImportKind kind, String header, String expected) {
    List<String> columns = List.of(header.split(",", -1));

    if (expected.equals("ok")) {
      assertThat(reader.mapping(kind, columns)).isNotNull();
      assertThat(reader.recognises(kind, columns)).isTrue();
    } else {
      assertThatThrownBy(() -> reader.mapping(kind, columns))
          .isInstanceOfSatisfying(
              RedressException.class,
              e -> assertThat(e.reason()).isEqualTo(ErrorReason.FILE_HEADER_INVALID))
          .hasMessage(expected);
    }
  }

  @Test
  void mapping_anyOrder_unknownColumnsAreAttributes() {
    List<String> header = List.of(" Name", "Region ", "CUSTOMER_ID", "", "Region", "empty");
    FileRow row = new FileRow(7, List.of("Varnholt", "north", "VARN", "x", "west", ""), 6, 0, 0);

    CanonicalRow canonical = reader.mapping(ImportKind.CUSTOMERS, header).apply(row);

    assertThat(canonical.line()).isEqualTo(7);
    assertThat(canonical.get(Column.CUSTOMER_ID)).isEqualTo("VARN");
    assertThat(canonical.get(Column.NAME)).isEqualTo("Varnholt");
    assertThat(canonical.get(Column.EMAIL)).isEmpty();
    assertThat(canonical.attributes()).hasToString("{Region=north, column 4=x, Region (2)=west}");
  }

  @Test
  void mapping_moreThanFiftyUnknownColumns_areRefused() {
    List<String> header =
        IntStream.range(0, 53)
            .mapToObj(i -> i == 0 ? "customer_id" : i == 1 ? "name" : "x" + i)
            .toList();

    assertThat(reader.mapping(ImportKind.CUSTOMERS, header.subList(0, 52))).isNotNull();
    assertThatThrownBy(() -> reader.mapping(ImportKind.CUSTOMERS, header))
        .hasMessageContaining("51 columns that Redress does not know, 50 are allowed");
  }

  @Test
  void choose_unknownFormat_isRefused() {
    assertThat(Formats.choose("auto", ImportKind.REQUESTS, List.of("x")).name())
        .isEqualTo("redress");
    assertThatThrownBy(() -> Formats.requireKnown("freshbooks"))
        .hasMessageStartingWith("there is no format 'freshbooks': use auto or redress, ");
  }
}
