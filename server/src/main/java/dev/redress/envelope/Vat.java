package dev.redress.envelope;

import java.math.BigDecimal;

/**
 * The VAT of everything on a credit note. Nobody but the seller knows it, and a guess would credit
 * another sum: so there is no default.
 *
 * @param percent from 0 to 100 with at most two decimals; above 0 exactly where the category is
 *     {@code STANDARD}
 * @param exemptionReason why no tax is due (BT-120), at most 200 characters; needed for {@code
 *     EXEMPT}, none for {@code STANDARD} and {@code ZERO_RATED}
 */
public record Vat(VatCategory category, BigDecimal percent, String exemptionReason) {
  private static final BigDecimal PERCENT_MAX = BigDecimal.valueOf(100);
  private static final int DECIMALS_MAX = 2;

  public Vat {
    if (percent.signum() < 0
        || percent.compareTo(PERCENT_MAX) > 0
        || percent.stripTrailingZeros().scale() > DECIMALS_MAX) {
      throw new IllegalArgumentException(
          "percent must be from 0 to 100 with at most two decimals, and is " + percent);
    }
    if ((percent.signum() > 0) != (category == VatCategory.STANDARD)) {
      throw new IllegalArgumentException(
          "percent must be above 0 for STANDARD and 0 for every other category; it is "
              + percent.toPlainString()
              + " for "
              + category);
    }
    boolean taxed = category == VatCategory.STANDARD || category == VatCategory.ZERO_RATED;
    if (taxed && !exemptionReason.isBlank()) {
      throw new IllegalArgumentException(category + " has no exemption_reason: take it out");
    }
    if (category == VatCategory.EXEMPT && exemptionReason.isBlank()) {
      throw new IllegalArgumentException("EXEMPT needs an exemption_reason (BT-120)");
    }
  }

  /** Why no tax is due, in words (BT-120); empty where it goes without saying. */
  public String reason() {
    return exemptionReason.isBlank() ? category.reason() : exemptionReason;
  }
}
