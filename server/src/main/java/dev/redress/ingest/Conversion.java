package dev.redress.ingest;

import java.util.List;

/** Puts what one row says into the words of Redress. */
@FunctionalInterface
interface Conversion {

  /**
   * The value as the {@code redress} format writes it.
   *
   * @param values what the row says, at least one of them not blank
   */
  Reading<String> read(List<String> values, Conventions conventions);
}
