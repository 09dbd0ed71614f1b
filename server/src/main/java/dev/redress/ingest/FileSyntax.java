package dev.redress.ingest;

import java.nio.charset.Charset;
import java.nio.file.Path;

/** A way to write rows as text that is not CSV, known by how the text begins. */
interface FileSyntax {

  /** Whether a text that begins so is surely written in this way. */
  boolean begins(String text);

  /**
   * A whole file of it as a table.
   *
   * @throws dev.redress.error.RedressException {@code FILE_EMPTY}, {@code FILE_HEADER_INVALID},
   *     {@code FILE_FORMAT_UNKNOWN}, {@code TOO_LARGE}
   */
  Table table(Path file, Charset charset);
}
