package dev.redress.page;

import dev.redress.statement.Asked;
import dev.redress.statement.Language;
import dev.redress.statement.Paper;
import dev.redress.statement.Standing;
import dev.redress.statement.Statement;
import dev.redress.statement.StatementLine;
import dev.redress.statement.StatementWords;
import dev.redress.statement.Subtotal;
import dev.redress.time.Hours;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the page of a statement shows, all of it written out. */
public final class Page {
  /** Most bars of a chart; what is beyond is summed up in one more. */
  private static final int BARS_MAX = 10;

  private final Statement statement;
  private final Language language;
  private final @Nullable Paper paper;
  private final StatementWords words;

  /**
   * A page.
   *
   * @param paper what it is printed on; absent: it is shown in a browser
   */
  Page(Statement statement, Language language, @Nullable Paper paper) {
    this.statement = statement;
    this.language = language;
    this.paper = paper;
    this.words = new StatementWords(language, statement.customer().timeZone());
  }

  /** The language of the page. */
  public String language() {
    return language.code();
  }

  /** What it is printed on, as style sheets say it; empty for a browser. */
  public String paper() {
    return paper == null ? "" : paper.name().toLowerCase(Locale.ROOT);
  }

  /** A word or sentence of the language. */
  public String say(String key) {
    return words.say(key);
  }

  /** The title. */
  public String title() {
    return words.say("title", statement.invoice().name().invoice());
  }

  /** Who billed whom. */
  public String from() {
    return words.say(
        "from", statement.provider().displayName(), statement.customer().displayName());
  }

  /** What all of it says. */
  public String result() {
    return words.result(statement.result());
  }

  /** A class of the page for what all of it says. */
  public String resultKind() {
    return kind(statement.result());
  }

  /** What the head says. */
  public List<PageFact> facts() {
    List<PageFact> facts = new ArrayList<>();
    facts.add(new PageFact(say("invoice.date"), words.date(statement.invoice().invoiceDate())));
    var start = statement.invoice().periodStart();
    var end = statement.invoice().periodEnd();
    if (start != null && end != null) {
      facts.add(
          new PageFact(say("period"), words.say("period.of", words.date(start), words.date(end))));
    }
    facts.add(new PageFact(say("total"), words.amount(statement.amount())));
    if (statement.onHold().minorUnits() > 0) {
      facts.add(new PageFact(say("on.hold"), words.amount(statement.onHold())));
    }
    if (statement.credited().minorUnits() > 0) {
      facts.add(new PageFact(say("credited"), words.amount(statement.credited())));
    }
    facts.add(new PageFact(say("as.of"), words.moment(statement.createTime())));
    return facts;
  }

  /** The rows of the summary. */
  public List<PageSum> sums() {
    return statement.subtotals().stream()
        .map(
            sum ->
                new PageSum(
                    words.standing(sum.standing()),
                    kind(sum.standing()),
                    Integer.toString(sum.lines()),
                    words.hours(sum.hours()),
                    words.amount(sum.amount())))
        .toList();
  }

  /** The last row of the summary. */
  public PageSum total() {
    return new PageSum(
        say("total"),
        "total",
        Integer.toString(statement.lines().size()),
        words.hours(statement.hours()),
        words.amount(statement.amount()));
  }

  /** Money by what is known. */
  public List<Bar> standingBars() {
    List<Subtotal> sums = statement.subtotals();
    long most = sums.stream().mapToLong(sum -> sum.amount().minorUnits()).max().orElse(0);
    return sums.stream()
        .map(
            sum ->
                new Bar(
                    words.standing(sum.standing()),
                    words.amount(sum.amount()),
                    Bar.width(sum.amount().minorUnits(), most),
                    kind(sum.standing())))
        .toList();
  }

  /** Hours by request, those with the most hours first. */
  public List<Bar> requestBars() {
    Map<String, Hours> byRequest = new LinkedHashMap<>();
    for (StatementLine line : statement.lines()) {
      if (line.standing() == Standing.MATCHED) {
        for (Asked each : line.asked()) {
          String label =
              each.request().name().request() + ": " + Texts.cut(each.request().summary());
          byRequest.merge(label, each.hours(), Hours::plus);
        }
      }
    }
    List<Map.Entry<String, Hours>> sorted =
        byRequest.entrySet().stream()
            .sorted(
                Map.Entry.<String, Hours>comparingByValue(Comparator.reverseOrder())
                    .thenComparing(Map.Entry.comparingByKey()))
            .toList();
    List<Map.Entry<String, Hours>> shown =
        new ArrayList<>(sorted.subList(0, Math.min(BARS_MAX, sorted.size())));
    if (sorted.size() > BARS_MAX) {
      Hours others =
          Hours.sum(sorted.subList(BARS_MAX, sorted.size()).stream().map(Map.Entry::getValue));
      shown.add(Map.entry(say("chart.other"), others));
    }
    long most = shown.stream().mapToLong(each -> each.getValue().tenThousandths()).max().orElse(0);
    return shown.stream()
        .map(
            each ->
                new Bar(
                    each.getKey(),
                    words.hours(each.getValue()),
                    Bar.width(each.getValue().tenThousandths(), most),
                    "matched"))
        .toList();
  }

  /** The labor lines. */
  public List<PageLine> lines() {
    return statement.lines().stream().map(this::line).toList();
  }

  private PageLine line(StatementLine each) {
    var rate = each.line().rate();
    String technician = each.line().technician();
    String hours = words.hours(each.line().hours());
    return new PageLine(
        each.line().name().line(),
        words.date(each.line().workDate()),
        technician.isBlank() ? "" : words.say("by", technician),
        rate == null ? hours : words.say("at.rate", hours, words.rate(rate)),
        words.amount(each.line().amount()),
        each.line().description(),
        words.standing(each.standing()),
        kind(each.standing()),
        words.sentences(each));
  }

  private static String kind(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
