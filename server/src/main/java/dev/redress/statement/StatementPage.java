package dev.redress.statement;

/** Shows a statement to people. */
public interface StatementPage {

  /** The statement as one HTML page that needs nothing else, in UTF-8. */
  byte[] html(Statement statement, Language language);

  /**
   * The same for paper, as PDF with its own letters. Where none of them fits a character, as for
   * Chinese or an emoji, {@code #} stands for it.
   */
  byte[] pdf(Statement statement, Language language, Paper paper);
}
