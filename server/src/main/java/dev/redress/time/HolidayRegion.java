package dev.redress.time;

import java.util.regex.Pattern;

/**
 * Where public holidays are kept: a country, or a part of one that has its own.
 *
 * @param code ISO 3166-1 for a country ({@code DE}), ISO 3166-2 for a part ({@code DE-BY}, {@code
 *     US-NY})
 */
public record HolidayRegion(String code) {
  private static final Pattern CODE = Pattern.compile("[A-Z]{2}(-[A-Z0-9]{1,3})?");

  public HolidayRegion {
    if (!CODE.matcher(code).matches()) {
      throw new IllegalArgumentException(
          "a holiday region must be a country such as DE, or a part of one such as DE-BY");
    }
  }

  /** The country, two letters. */
  public String country() {
    return code.substring(0, 2);
  }

  /** The part within the country; empty when it is the whole country. */
  public String part() {
    return code.length() == 2 ? "" : code.substring(3);
  }
}
