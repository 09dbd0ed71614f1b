package dev.redress.statement;

import dev.redress.customer.Customer;
import dev.redress.customer.Provider;
import dev.redress.invoice.Invoice;
import dev.redress.money.Money;
import dev.redress.time.Hours;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * What a customer is told about an invoice.
 *
 * @param lines all of them, by id
 * @param createTime when it was told
 */
public record Statement(
    Provider provider,
    Customer customer,
    Invoice invoice,
    List<StatementLine> lines,
    Instant createTime) {

  /** Most lines of an invoice that a statement can be made of. */
  public static final int LINES_MAX = 5_000;

  public Statement {
    lines = List.copyOf(lines);
  }

  /** What all of it says. */
  public enum Result {
    /** Each line is tied to what the customer asked for, or was accepted; nothing is wrong. */
    CLEAR,
    /** Each line was looked at; some are not tied to anything, or something is wrong with them. */
    OPEN_QUESTIONS,
    /** Of some lines nothing can be said: never to be read as "all clear". */
    INCONCLUSIVE
  }

  /** What all of it says; an invoice without lines says nothing. */
  public Result result() {
    if (lines.isEmpty() || !lines.stream().allMatch(line -> line.standing().isConclusive())) {
      return Result.INCONCLUSIVE;
    }
    return lines.stream().allMatch(line -> line.standing().isClear() && line.findings().isEmpty())
        ? Result.CLEAR
        : Result.OPEN_QUESTIONS;
  }

  /** Sums of the lines by what is known about them, those of no line left out. */
  public List<Subtotal> subtotals() {
    return Arrays.stream(Standing.values())
        .map(this::subtotal)
        .filter(sum -> sum.lines() > 0)
        .toList();
  }

  private Subtotal subtotal(Standing standing) {
    List<StatementLine> some = lines.stream().filter(line -> line.standing() == standing).toList();
    return new Subtotal(
        standing,
        some.size(),
        Hours.sum(some.stream().map(line -> line.line().hours())),
        sum(some, line -> line.line().amount()));
  }

  /** What the lines cost together. */
  public Money amount() {
    return sum(lines, line -> line.line().amount());
  }

  /** How many hours are billed. */
  public Hours hours() {
    return Hours.sum(lines.stream().map(line -> line.line().hours()));
  }

  /** What need not be paid for now. */
  public Money onHold() {
    return sum(lines, StatementLine::onHold);
  }

  /** What was given back. */
  public Money credited() {
    return sum(lines, StatementLine::credited);
  }

  private Money sum(List<StatementLine> some, Function<StatementLine, Money> amount) {
    return some.stream().map(amount).reduce(Money.zero(invoice.currency()), Money::plus);
  }
}
