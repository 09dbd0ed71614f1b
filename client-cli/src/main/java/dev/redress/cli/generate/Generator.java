package dev.redress.cli.generate;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Writes generated data into a folder: a function of its settings. One customer at a time is in
 * memory. Each customer has its own source of chance, so that a customer with the same index and as
 * many lines is the same however many customers there are.
 */
public final class Generator {
  /**
   * What was written.
   *
   * @param customers rows of {@code customers.csv}
   * @param requests rows of {@code requests.csv}
   * @param timeEntries rows of {@code time-entries.csv}
   * @param lines rows of {@code invoices.csv}
   * @param faults rows of {@code faults.csv}
   */
  public record Written(long customers, long requests, long timeEntries, long lines, long faults) {}

  private Generator() {}

  /**
   * Writes the six files, replacing files of the same names.
   *
   * @throws IOException if the folder or a file cannot be written
   */
  public static Written generate(GeneratorSettings settings, Path folder) throws IOException {
    try (GeneratedFolder files = new GeneratedFolder(folder)) {
      for (int index = 0; index < settings.customers(); index++) {
        new CustomerGenerator(settings, index).write(files);
      }
      return new Written(
          files.customers().rows(),
          files.requests().rows(),
          files.timeEntries().rows(),
          files.invoices().rows(),
          files.faults().rows());
    }
  }
}
