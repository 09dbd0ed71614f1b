package dev.redress.statement;

/** Shows a statement to people. */
public interface StatementPage {

  /** The statement as one HTML page that needs nothing else, in UTF-8. */
  byte[] html(Statement statement, Language language);
}
