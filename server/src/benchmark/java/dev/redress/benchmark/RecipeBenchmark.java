package dev.redress.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/**
 * The engine beside recipes that need no engine of ours, in one run on the same data.
 *
 * <p>Arguments: {@code tidev DIR [SPLIT]} (default {@code calibrate}), a folder with requests,
 * invoices and truth, or {@code transactions DIR}, see {@link TransactionRecords}.
 */
public final class RecipeBenchmark {
  private RecipeBenchmark() {}

  /** Prints a line for each of them. */
  public static void main(String[] arguments) throws IOException, SQLException {
    Path files = Path.of(arguments[1]);
    switch (arguments[0]) {
      case "tidev" -> TidevRecipes.run(files, arguments.length > 2 ? arguments[2] : "calibrate");
      case "transactions" -> {
        List<TransactionRecords> origins = TransactionRecords.read(files.resolve("origin.csv"));
        PaymentRecipes.duckDb(files);
        List<TransactionRecords> destinations =
            TransactionRecords.read(files.resolve("destination.csv"));
        PaymentRecipes.duke(origins, destinations);
        PaymentRecipes.jedai(origins, destinations);
        TransactionsBenchmark.main(new String[] {arguments[1], "1"});
      }
      default -> throw new IllegalArgumentException("tidev or transactions, not " + arguments[0]);
    }
  }
}
