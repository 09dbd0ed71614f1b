package dev.redress.time;

/** Reads a provider's own holidays from a file. */
@FunctionalInterface
public interface HolidayReader {

  /**
   * The days that the file closes within the years; rules without an end are written out.
   *
   * @throws IllegalArgumentException when the file cannot be read for certain; the message is one
   *     sentence that names the line and says what to do
   */
  Holidays read(byte[] file, HolidayYears years);
}
