package dev.redress.statement;

import dev.redress.finding.FindingCode;
import dev.redress.money.Money;
import dev.redress.money.Rate;
import dev.redress.time.Hours;
import java.math.BigDecimal;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;

/**
 * Says in a language what a statement holds, with its numbers and dates as people of that language
 * write them. Not to be shared between threads.
 */
public final class StatementWords {
  private static final int RATE_DIGITS_MAX = 4;

  private final Locale locale;
  private final ZoneId zone;
  private final ResourceBundle words;
  private final DateTimeFormatter dates;
  private final DateTimeFormatter moments;

  /**
   * In a language.
   *
   * @param zone by which days are told: the customer's
   */
  public StatementWords(Language language, ZoneId zone) {
    this.locale = language.locale();
    this.zone = zone;
    this.words =
        ResourceBundle.getBundle(
            "dev.redress.statement.words",
            locale,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    this.dates = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale);
    this.moments =
        DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
            .withLocale(locale)
            .withZone(zone);
  }

  /** A word or sentence of the language, with what belongs into it, in its order. */
  public String say(String key, String... parts) {
    return new MessageFormat(words.getString(key), locale).format(parts);
  }

  /** What a standing is called. */
  public String standing(Standing standing) {
    return say("standing." + standing);
  }

  /** What a result says. */
  public String result(Statement.Result result) {
    return say("result." + result);
  }

  /** What is wrong with a line. */
  public String finding(FindingCode code) {
    return say("finding." + code);
  }

  /** An amount with its currency. */
  public String amount(Money money) {
    return currency(money.toMajor(), money.currency(), money.currency().getDefaultFractionDigits());
  }

  /** A price, with as many digits as it needs. */
  public String rate(Rate rate) {
    return currency(rate.toMajor(), rate.currency(), RATE_DIGITS_MAX);
  }

  /** A number of hours, without a unit. */
  public String hours(Hours hours) {
    NumberFormat format = NumberFormat.getNumberInstance(locale);
    format.setMaximumFractionDigits(RATE_DIGITS_MAX);
    return format.format(hours.toDecimal());
  }

  /** A day. */
  public String date(LocalDate date) {
    return dates.format(date);
  }

  /** The day of a moment. */
  public String date(Instant moment) {
    return date(LocalDate.ofInstant(moment, zone));
  }

  /** A moment, to the minute. */
  public String moment(Instant moment) {
    return moments.format(moment);
  }

  /** All that a customer is told about a line, in sentences. */
  public List<String> sentences(StatementLine line) {
    List<String> sentences = new ArrayList<>();
    sentences.add(first(line));
    Clause clause = line.clause();
    if (clause != null) {
      sentences.add(say("clause." + clause.coverage(), clause.agreement().agreement()));
    }
    for (FindingCode code : line.findings()) {
      // What the first sentence says already is not said twice.
      if (code != FindingCode.UNCORRELATED) {
        sentences.add(finding(code));
      }
      if (code == FindingCode.RATE && clause != null && clause.agreedAmount() != null) {
        sentences.add(say("agreed", amount(clause.agreedAmount())));
      }
    }
    if (line.credited().minorUnits() > 0) {
      sentences.add(say("was.credited", amount(line.credited())));
    }
    if (line.onHold().minorUnits() > 0) {
      sentences.add(say("disputed", amount(line.onHold())));
    }
    if (line.callTime() != null) {
      sentences.add(say("call", moment(line.callTime())));
    }
    return sentences;
  }

  private String first(StatementLine line) {
    return switch (line.standing()) {
      case MATCHED -> matched(line.asked());
      case ACCEPTED -> say("accepted");
      case AMBIGUOUS -> ambiguous(line.asked());
      case UNMATCHED -> say("unmatched");
      case NOT_AUDITABLE -> say("not.auditable");
      case NOT_CHECKED -> say("not.checked");
    };
  }

  private String ambiguous(List<Asked> asked) {
    return switch (asked.size()) {
      case 0 -> say("ambiguous.none");
      case 1 -> say("ambiguous.one", list(asked, "ambiguous.part", false));
      default -> say("ambiguous", list(asked, "ambiguous.part", false));
    };
  }

  private String matched(List<Asked> asked) {
    if (asked.size() != 1) {
      return say("matched.many", Integer.toString(asked.size()), list(asked, "matched.part", true));
    }
    Asked only = asked.getFirst();
    String requester = only.request().requester();
    return say(
        requester.isBlank() ? "matched.one" : "matched.one.by",
        date(only.request().openedAt()),
        only.request().summary(),
        only.request().name().request(),
        requester);
  }

  private String list(List<Asked> asked, String key, boolean withHours) {
    return asked.stream()
        .map(
            each -> {
              List<String> parts = new ArrayList<>();
              if (withHours) {
                parts.add(hours(each.hours()));
              }
              parts.add(each.request().summary());
              parts.add(each.request().name().request());
              parts.add(date(each.request().openedAt()));
              return say(key, parts.toArray(String[]::new));
            })
        .collect(Collectors.joining("; "));
  }

  private String currency(BigDecimal major, Currency currency, int digitsMax) {
    NumberFormat format = NumberFormat.getCurrencyInstance(locale);
    format.setCurrency(currency);
    format.setMinimumFractionDigits(Math.min(currency.getDefaultFractionDigits(), digitsMax));
    format.setMaximumFractionDigits(digitsMax);
    return format.format(major);
  }
}
