package dev.redress.cli.importing;

import dev.redress.v1.Import;

/** What the rows of a file are; the names are those of the command line. */
public enum ImportKind {
  /** Things that customers asked for. */
  REQUESTS("requests", Import.Kind.REQUESTS),
  /** Work that technicians logged. */
  TIME_ENTRIES("time-entries", Import.Kind.TIME_ENTRIES),
  /** Labor lines that were billed. */
  INVOICES("invoices", Import.Kind.INVOICES),
  /** Clients of the provider. */
  CUSTOMERS("customers", Import.Kind.CUSTOMERS),
  /** Terms of customers, one rate a row. */
  AGREEMENTS("agreements", Import.Kind.AGREEMENTS);

  private final String label;
  private final Import.Kind kind;

  ImportKind(String label, Import.Kind kind) {
    this.label = label;
    this.kind = kind;
  }

  /** The kind on the wire. */
  public Import.Kind kind() {
    return kind;
  }

  /** The name on the command line. */
  @Override
  public String toString() {
    return label;
  }
}
