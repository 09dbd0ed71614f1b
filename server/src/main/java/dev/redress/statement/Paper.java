package dev.redress.statement;

/** What a statement is printed on (ISO 216, ANSI/ASME Y14.1). */
public enum Paper {
  /** 210 by 297 mm. */
  A4,
  /** 8.5 by 11 inches. */
  LETTER
}
