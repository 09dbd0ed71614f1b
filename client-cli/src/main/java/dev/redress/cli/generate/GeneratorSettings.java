package dev.redress.cli.generate;

/**
 * What to generate. Two equal settings give the same files, byte for byte, on any machine.
 *
 * @param seed start of every random choice; any value
 * @param lines labor lines in all, 1 to {@value #MAX_LINES}
 * @param customers customers the lines are spread over evenly, 1 to {@value #MAX_CUSTOMERS}, not
 *     more than lines, and enough that none has more than {@value #MAX_LINES_PER_CUSTOMER} lines,
 *     because one customer at a time is held in memory
 * @param unaskedShare share of lines that nobody asked for, 0 to 1
 * @param duplicateShare share of lines that bill another line of the customer again, 0 to 1
 * @param inflatedShare share of lines with more hours than the time entry behind them, 0 to 1
 * @param referenceShare share of lines that name their request explicitly, 0 to 1
 * @param timeEntryShare share of the lines that somebody asked for, duplicates left out, that have
 *     a time entry behind them, 0 to 1
 */
public record GeneratorSettings(
    long seed,
    int lines,
    int customers,
    double unaskedShare,
    double duplicateShare,
    double inflatedShare,
    double referenceShare,
    double timeEntryShare) {

  /** Most lines of one run. */
  public static final int MAX_LINES = 100_000_000;

  /** Most customers of one run: the number of customer codes there are. */
  public static final int MAX_CUSTOMERS = CustomerCode.COUNT;

  /** Most lines of one customer. */
  public static final int MAX_LINES_PER_CUSTOMER = 200_000;

  /** Lines of one customer where the number of customers is not given. */
  private static final int USUAL_LINES_PER_CUSTOMER = 500;

  /**
   * Checks every range.
   *
   * @throws IllegalArgumentException with one sentence that names the value and its range
   */
  public GeneratorSettings {
    requireRange("lines", lines, MAX_LINES);
    requireRange("customers", customers, Math.min(lines, MAX_CUSTOMERS));
    int fewestCustomers = Math.ceilDiv(lines, MAX_LINES_PER_CUSTOMER);
    if (customers < fewestCustomers) {
      throw new IllegalArgumentException(
          "%d lines need at least %d customers, at most %d lines each, but customers is %d."
              .formatted(lines, fewestCustomers, MAX_LINES_PER_CUSTOMER, customers));
    }
    requireShare("unaskedShare", unaskedShare);
    requireShare("duplicateShare", duplicateShare);
    requireShare("inflatedShare", inflatedShare);
    requireShare("referenceShare", referenceShare);
    requireShare("timeEntryShare", timeEntryShare);
    requireShare("unaskedShare + duplicateShare", unaskedShare + duplicateShare);
  }

  /**
   * The usual shares: 3 % unasked, 1 % duplicates, 2 % inflated, 10 % with a reference, 90 % with a
   * time entry; one customer for every 500 lines, at least one.
   *
   * @throws IllegalArgumentException if lines is out of range
   */
  public static GeneratorSettings of(long seed, int lines) {
    requireRange("lines", lines, MAX_LINES);
    int customers = Math.max(1, lines / USUAL_LINES_PER_CUSTOMER);
    return new GeneratorSettings(seed, lines, customers, 0.03, 0.01, 0.02, 0.10, 0.90);
  }

  /**
   * The same with another number of customers.
   *
   * @throws IllegalArgumentException if the number is out of range
   */
  public GeneratorSettings withCustomers(int newCustomers) {
    return new GeneratorSettings(
        seed,
        lines,
        newCustomers,
        unaskedShare,
        duplicateShare,
        inflatedShare,
        referenceShare,
        timeEntryShare);
  }

  /** Lines of the customer at an index from 0; the first customers take what does not divide. */
  int linesOfCustomer(int index) {
    return lines / customers + (index < lines % customers ? 1 : 0);
  }

  private static void requireRange(String name, int value, int max) {
    if (value < 1 || value > max) {
      throw new IllegalArgumentException(
          "%s must be from 1 to %d, and is %d".formatted(name, max, value));
    }
  }

  private static void requireShare(String name, double value) {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException(
          "%s must be from 0 to 1, but is %s.".formatted(name, value));
    }
  }
}
