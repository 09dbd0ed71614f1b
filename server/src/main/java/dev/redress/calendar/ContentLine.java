package dev.redress.calendar;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A line of an iCalendar file, unfolded (RFC 5545, 3.1).
 *
 * @param number of its first line in the file, from 1
 * @param name in capitals
 * @param parameters in capitals, such as {@code VALUE=DATE}
 */
record ContentLine(int number, String name, List<String> parameters, String value) {

  /** All lines of a file that is UTF-8 and not longer than allowed. */
  static List<ContentLine> read(byte[] file, int bytesMax) {
    if (file.length > bytesMax) {
      throw new IllegalArgumentException(
          "the iCalendar file is longer than " + bytesMax / 1024 + " KB; leave events out");
    }
    List<ContentLine> lines = new ArrayList<>();
    String[] raw = text(file).split("\r?\n", -1);
    for (int i = 0; i < raw.length; i++) {
      int number = i + 1;
      StringBuilder line = new StringBuilder(raw[i]);
      while (i + 1 < raw.length && (raw[i + 1].startsWith(" ") || raw[i + 1].startsWith("\t"))) {
        i++;
        line.append(raw[i], 1, raw[i].length());
      }
      if (!line.toString().isBlank()) {
        lines.add(of(number, line.toString()));
      }
    }
    return lines;
  }

  boolean is(String given) {
    return name.equals(given);
  }

  boolean hasParameter(String parameter) {
    return parameters.contains(parameter);
  }

  /**
   * The value as words for people (RFC 5545, 3.3.11): on one line, without what stands for commas
   * and line breaks, and without control characters.
   */
  String text() {
    StringBuilder text = new StringBuilder();
    for (int at = 0; at < value.length(); at++) {
      char c = value.charAt(at);
      if (c == '\\' && at + 1 < value.length()) {
        at++;
        c = value.charAt(at) == 'n' || value.charAt(at) == 'N' ? ' ' : value.charAt(at);
      }
      text.append(Character.isISOControl(c) ? ' ' : c);
    }
    return text.toString().strip();
  }

  /** Name, parameters and value: cut at each ';' and at the first ':' that is not in quotes. */
  private static ContentLine of(int number, String line) {
    List<String> parts = new ArrayList<>();
    boolean quoted = false;
    int from = 0;
    for (int at = 0; at < line.length(); at++) {
      char c = line.charAt(at);
      quoted ^= c == '"';
      if (!quoted && (c == ';' || c == ':')) {
        parts.add(line.substring(from, at).toUpperCase(Locale.ROOT));
        from = at + 1;
      }
      if (!quoted && c == ':') {
        return new ContentLine(
            number,
            parts.getFirst(),
            List.copyOf(parts.subList(1, parts.size())),
            line.substring(from).strip());
      }
    }
    throw new IllegalArgumentException(
        "line "
            + number
            + ": there is no ':' between a name and its value; check that it is an iCalendar file");
  }

  private static String text(byte[] file) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException(
          "the iCalendar file is not UTF-8; save it in that encoding", e);
    }
  }
}
