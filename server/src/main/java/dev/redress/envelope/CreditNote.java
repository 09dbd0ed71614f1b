package dev.redress.envelope;

import dev.redress.brief.PlainWords;
import dev.redress.dispute.Credit;
import dev.redress.error.ErrorReason;
import dev.redress.error.RedressException;
import dev.redress.invoice.Invoice;
import dev.redress.invoice.LaborLine;
import dev.redress.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What was given back on an invoice in one settlement, as a document of the provider (EN 16931).
 *
 * @param number BT-1
 * @param issueDate the day of the settlement (BT-2), in the customer's time zone
 * @param invoice that it gives money back for (BT-25, BT-26)
 * @param lines one for each credit, ordered by credit; at least one
 */
public record CreditNote(
    String number, LocalDate issueDate, Invoice invoice, CreditNoteTerms terms, List<Line> lines) {
  /** EN 16931 writes no amount with more (BR-DEC). */
  private static final int DECIMALS_MAX = 2;

  /**
   * Checks that it can be written.
   *
   * @throws RedressException {@code AMOUNT_TOO_FINE} when an amount has more than two decimals
   */
  public CreditNote {
    lines = List.copyOf(lines);
    if (lines.isEmpty()) {
      throw new IllegalArgumentException("a credit note has a line");
    }
    for (Line line : lines) {
      if (line.credit().amount().minorUnits() <= 0) {
        throw new IllegalArgumentException("a credit note gives money, it takes none");
      }
      if (line.amount().stripTrailingZeros().scale() > DECIMALS_MAX) {
        throw new RedressException(
            ErrorReason.AMOUNT_TOO_FINE,
            "credit "
                + line.credit().name().credit()
                + " is "
                + line.credit().amount()
                + ", and an EN 16931 credit note has at most two decimals; send it another way",
            Map.of("credit", line.credit().name().toString()));
      }
    }
  }

  /** The sum of the lines without VAT (BT-106, BT-109). */
  public BigDecimal net() {
    return lines.stream().map(Line::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** The VAT (BT-110, BR-CO-17), rounded half up to what the currency has, at most two decimals. */
  public BigDecimal vat() {
    return net()
        .multiply(terms.vat().percent())
        .movePointLeft(2)
        .setScale(net().scale(), RoundingMode.HALF_UP);
  }

  /** All that is given back (BT-112, BT-115). */
  public BigDecimal payable() {
    return net().add(vat());
  }

  /** What was given back for one line of the invoice. */
  public record Line(Credit credit, LaborLine billed) {
    private static final int NAME_MAX = 100;

    /** What is given back, without VAT (BT-131). */
    public BigDecimal amount() {
      BigDecimal exact = credit.amount().toMajor();
      boolean fits = exact.stripTrailingZeros().scale() <= DECIMALS_MAX;
      return fits ? exact.setScale(Math.min(exact.scale(), DECIMALS_MAX)) : exact;
    }

    /** What was billed, in at most 100 characters (BT-153). */
    public String name() {
      String text = billed.description().strip();
      if (text.isEmpty()) {
        return "Labor";
      }
      String oneLine = text.replaceAll("\\s+", " ");
      return oneLine.codePointCount(0, oneLine.length()) <= NAME_MAX
          ? oneLine
          : oneLine.substring(0, oneLine.offsetByCodePoints(0, NAME_MAX - 1)) + "\u2026";
    }

    /** What was billed, in full (BT-154); empty where the name says it all. */
    public String description() {
      return name().equals(billed.description()) ? "" : billed.description();
    }

    /** Which line of the invoice it is for, and why (BT-127). */
    public String note() {
      Money amount = billed.amount();
      return "Line "
          + billed.name().line()
          + " of "
          + billed.workDate()
          + ", "
          + billed.hours().toDecimal().stripTrailingZeros().toPlainString()
          + " h"
          + (billed.technician().isBlank() ? "" : " by " + billed.technician())
          + ", billed at "
          + amount
          + ": "
          + PlainWords.of(credit.reason())
          + ".";
    }
  }
}
