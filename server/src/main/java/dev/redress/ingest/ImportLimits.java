package dev.redress.ingest;

/**
 * What imports may take.
 *
 * @param fileBytesMax most bytes of a file, 1 to 4 GiB
 * @param rowsMax most data rows of a file, 1 to 50 million; each takes up to 86 bytes of disk, 172
 *     in a file of invoices, and 43 more where rows have no id of their own, while the file is read
 * @param importsMax imports that this server reads at a time, 1 to 64
 */
public record ImportLimits(long fileBytesMax, long rowsMax, int importsMax) {

  /** What holds unless it is set otherwise. */
  public static final ImportLimits DEFAULT = new ImportLimits(4L << 30, 50_000_000, 4);

  public ImportLimits {
    require(fileBytesMax, 4L << 30, "file_bytes_max");
    require(rowsMax, 50_000_000, "rows_max");
    require(importsMax, 64, "imports_max");
  }

  private static void require(long value, long max, String name) {
    if (value < 1 || value > max) {
      throw new IllegalArgumentException(name + " must be from 1 to " + max);
    }
  }
}
