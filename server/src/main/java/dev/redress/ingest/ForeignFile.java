package dev.redress.ingest;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** Files that people take for text, known by their first bytes. */
enum ForeignFile {
  GZIP("1F8B", "a .gz file: unpack it and import the CSV file in it"),
  PDF("25504446", "a PDF: export the data as CSV (UTF-8)"),
  XLS("D0CF11E0", "an .xls workbook: save it as .xlsx or as CSV (UTF-8)"),
  UTF_16_LITTLE("FFFE", "UTF-16 text: save it as CSV in UTF-8"),
  UTF_16_BIG("FEFF", "UTF-16 text: save it as CSV in UTF-8");

  private static final int MAGIC_BYTES = 4;

  private final String magicHex;
  private final String advice;

  ForeignFile(String magicHex, String advice) {
    this.magicHex = magicHex;
    this.advice = advice;
  }

  /** What the file is and what to do with it, if its first bytes tell. */
  static Optional<String> advice(byte[] head) {
    return Arrays.stream(values())
        .filter(file -> file.fits(head))
        .findFirst()
        .map(file -> "this is " + file.advice);
  }

  boolean fits(byte[] head) {
    return HexFormat.of()
        .withUpperCase()
        .formatHex(head, 0, Math.min(head.length, MAGIC_BYTES))
        .startsWith(magicHex);
  }
}
