package dev.redress.ingest;

import java.util.List;
import java.util.function.Function;

/** Knows one format: tells its files by their header and turns their rows into canonical ones. */
interface FormatReader {

  /** The name by which callers ask for the format, such as {@code redress}. */
  String name();

  /** Whether a file with this header is surely of this format. */
  boolean recognises(ImportKind kind, List<String> header);

  /**
   * How the rows of a file with this header become canonical.
   *
   * @throws dev.redress.error.RedressException {@code FILE_HEADER_INVALID} when they cannot
   */
  Function<FileRow, CanonicalRow> mapping(ImportKind kind, List<String> header);
}
