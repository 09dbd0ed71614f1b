package dev.redress.cli.agreement;

import dev.redress.cli.output.Amounts;
import dev.redress.v1.RateRule;
import java.math.BigDecimal;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * One rate as it is written on the command line: {@code '180;role=Senior;work-type=Help
 * desk;technician=Sam;time=weekend'}. What is left out fits all.
 *
 * @param amount the price of an hour
 * @param rule what it is for, without the price
 */
record RateText(BigDecimal amount, RateRule rule) {

  /** The rule in the agreement's currency. */
  RateRule in(String currencyCode) {
    return rule.toBuilder().setRate(Amounts.of(amount, currencyCode)).build();
  }

  /** A price with at most nine decimals; whether it can be one the server says. */
  static BigDecimal price(String text) {
    try {
      BigDecimal price = new BigDecimal(text.strip());
      if (price.scale() <= 9 && price.precision() <= 18) {
        return price;
      }
    } catch (NumberFormatException _) {
      // Said below.
    }
    throw new TypeConversionException("'" + text + "' is not a price such as 180 or 95.50");
  }

  /** Reads the text. */
  static final class Converter implements ITypeConverter<RateText> {
    @Override
    public RateText convert(String text) {
      String[] parts = text.split(";", -1);
      RateRule.Builder rule = RateRule.newBuilder().setTimeOfWork(RateRule.TimeOfWork.ANY);
      for (int i = 1; i < parts.length; i++) {
        int at = parts[i].indexOf('=');
        String value = parts[i].substring(at + 1).strip();
        switch (at < 0 ? "" : parts[i].substring(0, at).strip()) {
          case "role" -> rule.setRole(value);
          case "technician" -> rule.setTechnician(value);
          case "work-type" -> rule.setWorkType(value);
          case "time" -> rule.setTimeOfWork(new TimeChoice().convert(value));
          default ->
              throw new TypeConversionException(
                  "'"
                      + parts[i]
                      + "' is not role=, technician=, work-type= or time=; write a rate as"
                      + " '180;role=Senior;time=weekend'");
        }
      }
      return new RateText(price(parts[0]), rule.build());
    }
  }

  /** Reads a bare price. */
  static final class PriceConverter implements ITypeConverter<BigDecimal> {
    @Override
    public BigDecimal convert(String text) {
      return price(text);
    }
  }
}
