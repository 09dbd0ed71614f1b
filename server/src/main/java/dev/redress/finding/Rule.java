package dev.redress.finding;

import java.util.List;

/** One thing that can be wrong, or some that exclude each other. */
interface Rule {
  /** What it can find. */
  List<FindingCode> codes();

  /**
   * Adds what is wrong with some lines, in one pass over them.
   *
   * @param wanted lines of the audit that an answer is asked about
   * @param found what the rules before this one found
   */
  void look(Audit audit, List<AuditedLine> wanted, Found found);

  /** A rule that can tell from a line alone. */
  interface OfLine extends Rule {
    @Override
    default void look(Audit audit, List<AuditedLine> wanted, Found found) {
      for (AuditedLine line : wanted) {
        look(audit, line, found);
      }
    }

    /** Adds what is wrong with a line. */
    void look(Audit audit, AuditedLine line, Found found);
  }
}
