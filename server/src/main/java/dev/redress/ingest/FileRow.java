package dev.redress.ingest;

import java.util.List;

/**
 * A row as it stands in the file; a quoted field can make it several lines long.
 *
 * @param line where it begins, from 1
 * @param fields without their quotes, control characters replaced; the first {@value #FIELDS_MAX}
 * @param fieldCount how many it has
 * @param characters how long the fields are together
 * @param charactersReplaced control characters that became U+FFFD
 */
record FileRow(
    long line, List<String> fields, int fieldCount, long characters, int charactersReplaced) {

  /** Most fields that are kept of a row; more than any header may have. */
  static final int FIELDS_MAX = 200;
}
