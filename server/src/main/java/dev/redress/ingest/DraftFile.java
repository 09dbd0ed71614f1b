package dev.redress.ingest;

import dev.redress.invoice.Drafts;

/**
 * A file of invoices that is not to be stored.
 *
 * @param file how its rows were taken
 * @param drafts what those that stand would bill
 */
public record DraftFile(FileImport file, Drafts drafts) {
  /** Most rows of such a file. */
  public static final int ROWS_MAX = 50_000;
}
