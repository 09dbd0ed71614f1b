package dev.redress.benchmark;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.redress.identity.CustomerName;
import dev.redress.identity.InvoiceName;
import dev.redress.identity.LineName;
import dev.redress.identity.ProviderName;
import dev.redress.identity.RequestName;
import dev.redress.identity.TimeEntryName;
import dev.redress.invoice.LaborLine;
import dev.redress.matching.MatchingInput;
import dev.redress.money.Money;
import dev.redress.request.Request;
import dev.redress.request.TimeEntry;
import dev.redress.time.Hours;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;

/**
 * Payments seen by two banks, {@code origin.csv} and {@code destination.csv}: dates later, amounts
 * drifted, memos cut; the same {@code ground_truth} is the same payment. The payment that left is a
 * request with one time entry, the amount being its hours; the payment that arrived is a line.
 *
 * @param id {@code ground_truth}
 */
record TransactionRecords(String id, String memo, LocalDate date, Hours amount) {
  private static final CustomerName CUSTOMER =
      new CustomerName(new ProviderName("benchmark"), "BANK");
  private static final Money FREE = new Money(0, Currency.getInstance("USD"));

  /** Reads one of the files. */
  static List<TransactionRecords> read(Path file) throws IOException {
    List<TransactionRecords> records = new ArrayList<>();
    try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(file)) {
      for (NamedCsvRecord row : reader) {
        records.add(
            new TransactionRecords(
                row.getField("ground_truth"),
                row.getField("memo"),
                LocalDate.parse(row.getField("transaction_date")),
                Hours.of(row.getField("amount"))));
      }
    }
    return records;
  }

  /** All that the engine gets to know. */
  static MatchingInput input(
      List<TransactionRecords> origins, List<TransactionRecords> destinations) {
    return new MatchingInput(
        ZoneOffset.UTC,
        destinations.stream().map(TransactionRecords::line).toList(),
        origins.stream().map(TransactionRecords::request).toList(),
        origins.stream().map(TransactionRecords::entry).toList(),
        List.of(),
        LocalDate.MIN);
  }

  /**
   * The memo with each two neighbouring words written as one more: of most people only initials are
   * known, and the engine takes single letters for noise.
   */
  private String words() {
    String[] words = memo.strip().split("\\s+", -1);
    StringBuilder text = new StringBuilder(memo);
    for (int word = 1; word < words.length; word++) {
      text.append(' ').append(words[word - 1]).append(words[word]);
    }
    return text.toString();
  }

  private Request request() {
    return new Request(
        new RequestName(CUSTOMER, id),
        date.atStartOfDay(ZoneOffset.UTC).toInstant(),
        null,
        words(),
        "",
        "",
        "",
        "",
        "",
        "",
        Map.of());
  }

  private TimeEntry entry() {
    TimeEntryName name = new TimeEntryName(CUSTOMER, id, id);
    return new TimeEntry(name, "", null, date, amount, "", "", true, Map.of());
  }

  private LaborLine line() {
    LineName name = new LineName(new InvoiceName(CUSTOMER, "1"), id);
    return new LaborLine(name, date, "", amount, null, FREE, words(), "", "", Map.of());
  }
}
