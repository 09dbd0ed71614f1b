package dev.redress.ingest;

import java.util.List;

/** Knows one format of one or more kinds: tells its files by their header and maps their rows. */
interface FormatReader {

  /** The name by which callers ask for the format, such as {@code redress}. */
  String name();

  /** Whether the format has files of this kind. */
  boolean reads(ImportKind kind);

  /** Whether a file with this header is surely of this format. */
  boolean recognises(ImportKind kind, List<String> header);

  /** Whether the tool writes ISO-8859-1 where it does not write UTF-8. */
  default boolean writesLatin1() {
    return false;
  }

  /**
   * How the rows of a file become canonical.
   *
   * @throws dev.redress.error.RedressException {@code FILE_HEADER_INVALID} when they cannot, {@code
   *     FILE_NEEDS_ANSWER} when the file leaves something open that the answers do not say
   */
  RowMapping mapping(ImportKind kind, Table table, FileAnswers answers);
}
