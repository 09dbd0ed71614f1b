package dev.redress.persistence;

import dev.redress.identity.LineName;

/** What names a labor line of a customer. */
record LineKeyRow(String invoiceId, String lineId) {

  static LineKeyRow of(LineName line) {
    return new LineKeyRow(line.invoice().invoice(), line.line());
  }
}
