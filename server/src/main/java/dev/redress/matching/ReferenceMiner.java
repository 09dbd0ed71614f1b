package dev.redress.matching;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the ids of requests in texts: {@code #1042}, {@code [NG-1042]}, {@code INC0012}, {@code
 * ticket 1042}, or an address that ends with one. Only ids that the customer's requests really have
 * are found, so that {@code UTF-8} is no reference and {@code foo-2.0} is not {@code FOO-2}.
 */
final class ReferenceMiner {
  /** A short number is found in any text; with fewer digits a key must be spelled exactly. */
  private static final int SURE_DIGITS_MIN = 3;

  /** No letter or digit may follow an id, and it may not go on as a version or a range. */
  private static final String END = "(?![\\p{L}\\p{N}_]|[.-]\\p{N})";

  private static final Pattern KEY =
      Pattern.compile("(?<![\\p{L}\\p{N}_])(\\p{L}[\\p{L}_]{0,19})([-_ ]?)(\\d{1,12})" + END);

  private static final Pattern NUMBER =
      Pattern.compile(
          "(?:#|/|=|\\b(?:ticket|request|incident|issue|case|call|job|ref)s?"
              + "(?:\\s+(?:id|no|nr|number))?[.:]?\\s*#?)\\s*(\\d{1,12})"
              + END,
          Pattern.CASE_INSENSITIVE);

  private static final Pattern WORD = Pattern.compile("[^\\s,;()\\[\\]{}<>\"']+");

  private static final Pattern ID = Pattern.compile("(?:(\\p{L}[\\p{L}_]*)[-_ ]?)?(\\d{1,12})");

  private final RequestBook book;

  /** Places of requests by id in lower case; -1 where two ids differ only by case. */
  private final Map<String, Integer> byId = new HashMap<>();

  /** Places by letters and number, such as {@code inc 12}; -1 where two requests share it. */
  private final Map<String, Integer> byKey = new HashMap<>();

  /** Places by number alone; -1 where two requests share it. */
  private final Map<Long, Integer> byNumber = new HashMap<>();

  ReferenceMiner(RequestBook book) {
    this.book = book;
    for (int place = 0; place < book.size(); place++) {
      String id = book.id(place).toLowerCase(Locale.ROOT);
      byId.merge(id, place, (_, _) -> -1);
      Matcher parts = ID.matcher(id);
      if (parts.matches()) {
        long number = Long.parseLong(parts.group(2));
        byNumber.merge(number, place, (_, _) -> -1);
        if (parts.group(1) != null) {
          byKey.merge(key(parts.group(1), number), place, (_, _) -> -1);
        }
      }
    }
  }

  /** The requests that a reference field names; it may be an id, its number, or a text. */
  List<Integer> inReference(String reference) {
    String text = reference.strip();
    TreeSet<Integer> found = new TreeSet<>();
    add(byId.get(text.toLowerCase(Locale.ROOT)), found);
    if (found.isEmpty() && text.matches("\\d{1,12}")) {
      add(byNumber.get(Long.parseLong(text)), found);
    }
    return found.isEmpty() ? inText(text) : List.copyOf(found);
  }

  /** The requests that a text names, in the order of their ids. */
  List<Integer> inText(String text) {
    if (text.chars().noneMatch(Character::isDigit)) {
      return List.of();
    }
    TreeSet<Integer> found = new TreeSet<>();
    for (Matcher key = KEY.matcher(text); key.find(); ) {
      addKey(key, found);
    }
    for (Matcher number = NUMBER.matcher(text); number.find(); ) {
      add(byNumber.get(Long.parseLong(number.group(1))), found);
    }
    for (Matcher word = WORD.matcher(text); word.find(); ) {
      addId(word.group(), found);
    }
    return List.copyOf(found);
  }

  private void addKey(Matcher key, Set<Integer> found) {
    String digits = key.group(3);
    Integer place = byKey.get(key(key.group(1).toLowerCase(Locale.ROOT), Long.parseLong(digits)));
    if (place == null || place < 0) {
      return;
    }
    boolean exact = key.group().equals(book.id(place));
    if (exact || digits.length() >= SURE_DIGITS_MIN) {
      found.add(place);
    }
  }

  /** Ids of other shapes, such as UUIDs: a word that is one, or an address that ends with one. */
  private void addId(String word, Set<Integer> found) {
    String end = word.substring(word.lastIndexOf('/') + 1).replaceAll("[.:!?]+$", "");
    Integer place = book.place(end);
    boolean telling = end.length() > SURE_DIGITS_MIN && end.chars().anyMatch(Character::isDigit);
    boolean bareNumber = end.chars().allMatch(Character::isDigit) && end.length() == word.length();
    if (place != null && telling && !bareNumber) {
      found.add(place);
    }
  }

  private static String key(String letters, long number) {
    return letters + ' ' + number;
  }

  private static void add(@Nullable Integer place, Set<Integer> found) {
    if (place != null && place >= 0) {
      found.add(place);
    }
  }
}
