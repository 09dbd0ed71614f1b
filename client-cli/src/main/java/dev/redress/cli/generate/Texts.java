package dev.redress.cli.generate;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.random.RandomGenerator;

/** Writes what the people of one customer and their technicians write. */
final class Texts {
  /** Words that do not count as shared. */
  private static final Set<String> STOP_WORDS =
      Set.of(
          "the", "and", "for", "with", "not", "does", "was", "its", "has", "are", "this", "that");

  private static final int TRIES = 12;

  private final RandomGenerator random;
  private final int favourite;

  /**
   * What a request is about.
   *
   * @param topic the device or product, which the summary names
   * @param service true for a wish, false for something broken
   */
  record Subject(String topic, String summary, String description, boolean service) {}

  /**
   * Texts of one customer.
   *
   * @param favourite turns every list of words, so that customers differ in what is frequent
   */
  Texts(RandomGenerator random, int favourite) {
    this.random = random;
    this.favourite = favourite;
  }

  /** What somebody asks for: a device at a place, a program with a fault, or a wish. */
  Subject subject() {
    double kind = random.nextDouble();
    if (kind < 0.35) {
      String device = draw(Vocabulary.DEVICES);
      String fault = draw(Vocabulary.DEVICE_FAULTS);
      String summary = capital(device) + ' ' + draw(Vocabulary.PLACES) + ' ' + fault;
      return new Subject(device, summary, description(), false);
    }
    String product = draw(Vocabulary.PRODUCTS);
    if (kind < 0.8) {
      String summary =
          kind < 0.65
              ? product + ' ' + draw(Vocabulary.PRODUCT_FAULTS) + ' ' + draw(Vocabulary.TIMES)
              : product + " error " + errorCode() + ' ' + draw(Vocabulary.TIMES);
      return new Subject(product, summary, description(), false);
    }
    String wish = draw(Vocabulary.WISHES);
    String person = Vocabulary.person(random);
    return new Subject(product, wish.formatted(product, person), description(), true);
  }

  /** The text of a labor line: nothing, a stock phrase, or a note that names the topic or not. */
  String lineText(Subject subject) {
    double kind = random.nextDouble() - Shape.BLANK_SHARE;
    if (kind < 0) {
      return "";
    }
    if (kind < Shape.STOCK_SHARE) {
      return stockPhrase();
    }
    return kind < Shape.STOCK_SHARE + Shape.RELATED_SHARE
        ? relatedNote(subject)
        : unrelatedNote(subject);
  }

  /**
   * The note of the time entry behind a line: what was billed, something of its own, or nothing.
   */
  String entryText(String billedText, Subject subject) {
    double kind = random.nextDouble();
    if (kind < 0.5) {
      return billedText;
    }
    return kind < 0.8 ? relatedNote(subject) : "";
  }

  /** A technician's note that has a word of the request's summary. */
  String relatedNote(Subject subject) {
    String topic = subject.topic();
    return switch (random.nextInt(4)) {
      case 0 -> topic + " - " + fix() + closer(0.5);
      case 1 -> fix() + " on " + topic + closer(0.6);
      case 2 -> capital(topic) + ' ' + lastWords(subject.summary()) + ", " + fix();
      default -> capital(fix()) + ", " + topic + " works again" + closer(0.3);
    };
  }

  /** A technician's note that has no word of the request's summary; a stock phrase at the worst. */
  private String unrelatedNote(Subject subject) {
    Set<String> taken = words(subject.summary());
    for (int attempt = 0; attempt < TRIES; attempt++) {
      String note = note();
      if (words(note).stream().noneMatch(taken::contains)) {
        return note;
      }
    }
    return stockPhrase();
  }

  /** A technician's note about nothing in particular. */
  String note() {
    String more = random.nextDouble() < 0.6 ? (random.nextBoolean() ? ", " : " and ") + fix() : "";
    return capital(fix()) + more + closer(0.7);
  }

  /** The words of a text that count when texts are compared: three letters or more, lower case. */
  static Set<String> words(String text) {
    Set<String> words = new HashSet<>();
    int start = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || !Character.isLetterOrDigit(text.charAt(i))) {
        if (i - start >= 3) {
          words.add(text.substring(start, i).toLowerCase(Locale.ROOT));
        }
        start = i + 1;
      }
    }
    words.removeAll(STOP_WORDS);
    return words;
  }

  private String stockPhrase() {
    return Vocabulary.draw(Vocabulary.STOCK_PHRASES, 0, random);
  }

  private String description() {
    return switch (random.nextInt(6)) {
      case 0, 1 -> "";
      case 2 -> "It is " + hostName() + ". Please call me back, " + draw(Vocabulary.TIMES) + '.';
      case 3 ->
          "Happens "
              + draw(Vocabulary.TIMES)
              + ' '
              + draw(Vocabulary.PLACES)
              + ".\nThe message says \""
              + errorCode()
              + "\".";
      case 4 -> "We have tried a restart. Computer " + hostName() + ", user is waiting.";
      default -> capital(draw(Vocabulary.TIMES)) + ". Same as last time with " + errorCode() + '.';
    };
  }

  private String fix() {
    return draw(Vocabulary.ACTIONS) + ' ' + draw(Vocabulary.CAUSES);
  }

  private String closer(double share) {
    return random.nextDouble() < share ? ", " + draw(Vocabulary.CLOSERS) : "";
  }

  private String hostName() {
    return List.of("PC-", "LT-", "SRV-", "WS").get(random.nextInt(4)) + (100 + random.nextInt(900));
  }

  private String errorCode() {
    return random.nextBoolean()
        ? "0x8" + Integer.toHexString(0x1000000 + random.nextInt(0xEFFFFFF))
        : Integer.toString(100 + random.nextInt(9_900));
  }

  private String draw(List<String> words) {
    return Vocabulary.draw(words, favourite, random);
  }

  private static String lastWords(String summary) {
    int space = summary.lastIndexOf(' ', summary.lastIndexOf(' ') - 1);
    return summary.substring(space + 1);
  }

  private static String capital(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }
}
