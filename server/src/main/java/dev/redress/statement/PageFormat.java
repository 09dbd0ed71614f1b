package dev.redress.statement;

/** What a statement's page is made as. */
public enum PageFormat {
  /** For a browser, and to print from it. */
  HTML,
  /** For paper. */
  PDF
}
