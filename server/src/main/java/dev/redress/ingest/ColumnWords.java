package dev.redress.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What tools call the columns of Redress, in English, German, French and Spanish ({@code
 * column_words.properties}).
 */
final class ColumnWords {
  private static final Properties WORDS = load();
  private static final Pattern ASIDE = Pattern.compile("\\([^)]*\\)|\\[[^\\]]*\\]");
  private static final Pattern LAST_ASIDE =
      Pattern.compile(".*[(\\[]([^)\\]]*)[)\\]]\\s*", Pattern.DOTALL);
  private static final Pattern CASE_CHANGE = Pattern.compile("(?<=[a-z])(?=[A-Z])");
  private static final Pattern NO_WORD = Pattern.compile("[^a-z0-9]+");

  private ColumnWords() {}

  /** How well a name fits, the best first. */
  enum Fit {
    /** It is one of the words, but for what stands in brackets behind it. */
    SAME,
    /** One of the words is part of it. */
    PART,
    /** Not at all. */
    NONE
  }

  /** The names of a column in files of a kind, the likeliest first. */
  static List<String> of(ImportKind kind, Column column) {
    String key = column.header();
    String ofKind = kind.name().toLowerCase(Locale.ROOT) + '.' + key;
    List<String> words = list(WORDS.containsKey(ofKind) ? ofKind : key).toList();
    String own = normal(key);
    return words.contains(own) ? words : Stream.concat(Stream.of(own), words.stream()).toList();
  }

  /** The names of the column with the time of day that belongs to one with the day. */
  static List<String> ofTime(Column column) {
    return list("time." + column.header()).toList();
  }

  /** Whether a text begins a row that adds others up. */
  static boolean isTotal(String text) {
    return list("total").anyMatch(normal(text)::equals);
  }

  /** Whether the name of a file's column is the one that Redress uses. */
  static boolean isOwn(String name, Column column) {
    return fit(name, normal(column.header())) == Fit.SAME;
  }

  /** Whether the name of a file's column is that of a sum without taxes. */
  static boolean isNet(String name) {
    return list("net").anyMatch(word -> fit(name, word) == Fit.SAME);
  }

  /** Whether the name of a file's column is that of a tax. */
  static boolean isTax(String name) {
    return list("tax").anyMatch(word -> fit(name, word) == Fit.SAME);
  }

  /** How well the name of a file's column fits a word; "Kundennr" is "kunden nr" too. */
  static Fit fit(String name, String word) {
    String whole = normal(name);
    if (joined(whole).equals(joined(word)) || joined(withoutAside(name)).equals(joined(word))) {
      return Fit.SAME;
    }
    return (' ' + whole + ' ').contains(' ' + word + ' ') ? Fit.PART : Fit.NONE;
  }

  /** What stands in brackets at the end of a name; empty when nothing does. */
  static String aside(String name) {
    Matcher bracketed = LAST_ASIDE.matcher(name);
    return bracketed.matches() ? bracketed.group(1).strip() : "";
  }

  /** A name as {@link #normal} words but for what stands in brackets. */
  static String withoutAside(String name) {
    return normal(ASIDE.matcher(name).replaceAll(" "));
  }

  /** A name as words in lower case without accents: {@code Ticket-Nr.} is {@code ticket nr}. */
  static String normal(String name) {
    String separated = CASE_CHANGE.matcher(name).replaceAll(" ");
    String plain =
        Normalizer.normalize(separated, Normalizer.Form.NFD)
            .replaceAll("\\p{M}", "")
            .replace("ß", "ss")
            .toLowerCase(Locale.ROOT);
    return NO_WORD.matcher(plain).replaceAll(" ").strip();
  }

  private static String joined(String words) {
    return words.replace(" ", "");
  }

  private static Stream<String> list(String key) {
    return Stream.of(WORDS.getProperty(key, "").split(",", -1))
        .map(String::strip)
        .filter(word -> !word.isEmpty());
  }

  private static Properties load() {
    Properties words = new Properties();
    try (Reader text =
        new InputStreamReader(
            Objects.requireNonNull(
                ColumnWords.class.getResourceAsStream("column_words.properties")),
            UTF_8)) {
      words.load(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return words;
  }
}
