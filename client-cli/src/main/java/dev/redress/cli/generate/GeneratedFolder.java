package dev.redress.cli.generate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The folder that a run fills: four files in the {@code redress} CSV format, one with the true
 * request of every line and one with the faults put in. The column {@code open_set_removed} is 1
 * for requests that an open-set check leaves out, {@code recorded_at} is when work was logged.
 */
final class GeneratedFolder implements AutoCloseable {
  /** Names of the files, all of which are written. */
  static final List<String> NAMES =
      List.of(
          "customers.csv",
          "requests.csv",
          "time-entries.csv",
          "invoices.csv",
          "truth.csv",
          "faults.csv");

  /** The columns of each file, in the order of {@link #NAMES}. */
  private static final String[][] HEADERS = {
    {
      "customer_id",
      "name",
      "time_zone",
      "tier",
      "account_manager",
      "phone",
      "email",
      "annual_value",
      "currency"
    },
    {
      "request_id",
      "customer_id",
      "opened_at",
      "closed_at",
      "summary",
      "description",
      "requester",
      "assignee",
      "type",
      "status",
      "component",
      "open_set_removed"
    },
    {
      "entry_id",
      "request_id",
      "customer_id",
      "technician",
      "started_at",
      "hours",
      "notes",
      "work_type",
      "billable",
      "recorded_at"
    },
    {
      "invoice_id", "customer_id", "invoice_date", "line_id", "work_date", "technician", "hours",
      "rate", "amount", "currency", "description", "reference", "work_type", "period_start",
      "period_end"
    },
    {"line_id", "request_id", "open_set_truth", "split"},
    {"line_id", "fault", "detail"}
  };

  private final List<CsvFile> files = new ArrayList<>();

  /**
   * Opens all files, creating the folder if needed; what they held is lost.
   *
   * @throws IOException if the folder or a file cannot be written
   */
  GeneratedFolder(Path folder) throws IOException {
    Files.createDirectories(folder);
    try {
      for (int i = 0; i < HEADERS.length; i++) {
        files.add(new CsvFile(folder.resolve(NAMES.get(i)), HEADERS[i]));
      }
    } catch (IOException e) {
      close();
      throw e;
    }
  }

  /** Those of the files that the folder already holds. */
  static List<String> present(Path folder) {
    return NAMES.stream().filter(name -> Files.exists(folder.resolve(name))).toList();
  }

  /** Customers, one a row. */
  CsvFile customers() {
    return files.get(0);
  }

  /** Requests, of one customer after another. */
  CsvFile requests() {
    return files.get(1);
  }

  /** Time entries, each on a request. */
  CsvFile timeEntries() {
    return files.get(2);
  }

  /** Labor lines, of one invoice after another. */
  CsvFile invoices() {
    return files.get(3);
  }

  /** The true requests of each line. */
  CsvFile truth() {
    return files.get(4);
  }

  /** What was done wrong on purpose. */
  CsvFile faults() {
    return files.get(5);
  }

  /**
   * Closes every file, also when one of them fails.
   *
   * @throws IOException if a file could not be written to its end
   */
  @Override
  public void close() throws IOException {
    IOException failure = null;
    for (CsvFile file : files) {
      try {
        file.close();
      } catch (IOException e) {
        if (failure == null) {
          failure = e;
        } else {
          failure.addSuppressed(e);
        }
      }
    }
    if (failure != null) {
      throw failure;
    }
  }
}
