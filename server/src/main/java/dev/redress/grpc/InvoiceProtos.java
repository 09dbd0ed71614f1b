package dev.redress.grpc;

import dev.redress.error.ErrorReason;
import dev.redress.error.RedressException;
import dev.redress.identity.InvoiceName;
import dev.redress.identity.LineName;
import dev.redress.invoice.Invoice;
import dev.redress.invoice.LaborLine;
import dev.redress.money.Money;
import dev.redress.money.Rate;
import java.time.LocalDate;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** Conversion of invoices and labor lines. */
final class InvoiceProtos {
  private InvoiceProtos() {}

  /** For the wire. */
  static dev.redress.v1.Invoice toProto(Invoice invoice) {
    dev.redress.v1.Invoice.Builder proto =
        dev.redress.v1.Invoice.newBuilder()
            .setName(invoice.name().toString())
            .setInvoiceDate(TimeProtos.toProto(invoice.invoiceDate()))
            .setCurrencyCode(invoice.currency().getCurrencyCode());
    LocalDate periodStart = invoice.periodStart();
    if (periodStart != null) {
      proto.setPeriodStartDate(TimeProtos.toProto(periodStart));
    }
    LocalDate periodEnd = invoice.periodEnd();
    if (periodEnd != null) {
      proto.setPeriodEndDate(TimeProtos.toProto(periodEnd));
    }
    Money laborTotal = invoice.laborTotal();
    if (laborTotal != null) {
      proto.setLaborTotal(MoneyProtos.toProto(laborTotal));
    }
    return proto.build();
  }

  /** For the wire. */
  static dev.redress.v1.LaborLine toProto(LaborLine line) {
    dev.redress.v1.LaborLine.Builder proto =
        dev.redress.v1.LaborLine.newBuilder()
            .setName(line.name().toString())
            .setWorkDate(TimeProtos.toProto(line.workDate()))
            .setTechnician(line.technician())
            .setHours(HoursProtos.toProto(line.hours()))
            .setAmount(MoneyProtos.toProto(line.amount()))
            .setDescription(line.description())
            .setReference(line.reference())
            .setWorkType(line.workType())
            .putAllAttributes(line.attributes());
    Rate rate = line.rate();
    if (rate != null) {
      proto.setRate(MoneyProtos.toProto(rate));
    }
    return proto.build();
  }

  /**
   * An invoice from the wire.
   *
   * @throws RedressException {@code FIELD_INVALID}, {@code CURRENCY_MISMATCH}
   */
  static Invoice fromProto(Field field, InvoiceName name, dev.redress.v1.Invoice proto) {
    if (!proto.hasInvoiceDate()) {
      throw field.child("invoice_date").invalid("must be set");
    }
    @Nullable LocalDate start =
        proto.hasPeriodStartDate()
            ? TimeProtos.fromProto(field.child("period_start_date"), proto.getPeriodStartDate())
            : null;
    @Nullable LocalDate end =
        proto.hasPeriodEndDate()
            ? TimeProtos.fromProto(field.child("period_end_date"), proto.getPeriodEndDate())
            : null;
    if (start != null && end != null && end.isBefore(start)) {
      throw field.child("period_end_date").invalid(end + " is before period_start_date " + start);
    }
    Currency currency = MoneyProtos.currency(field.child("currency_code"), proto.getCurrencyCode());
    return new Invoice(
        name,
        TimeProtos.fromProto(field.child("invoice_date"), proto.getInvoiceDate()),
        currency,
        start,
        end,
        laborTotal(field.child("labor_total"), currency, proto));
  }

  private static @Nullable Money laborTotal(
      Field field, Currency currency, dev.redress.v1.Invoice proto) {
    if (!proto.hasLaborTotal()) {
      return null;
    }
    Money total = MoneyProtos.notNegative(field, proto.getLaborTotal());
    requireCurrency(field, total.currency(), currency);
    return total;
  }

  /**
   * A labor line from the wire.
   *
   * @param currency of the invoice
   * @throws RedressException {@code FIELD_INVALID}, {@code CURRENCY_MISMATCH}
   */
  static LaborLine fromProto(
      Field field, LineName name, Currency currency, dev.redress.v1.LaborLine proto) {
    if (!proto.hasWorkDate()) {
      throw field.child("work_date").invalid("must be set");
    }
    if (!proto.hasAmount()) {
      throw field.child("amount").invalid("must be set");
    }
    Money amount = MoneyProtos.notNegative(field.child("amount"), proto.getAmount());
    requireCurrency(field.child("amount"), amount.currency(), currency);
    return new LaborLine(
        name,
        TimeProtos.fromProto(field.child("work_date"), proto.getWorkDate()),
        field.child("technician").text(proto.getTechnician(), Field.SHORT_MAX),
        HoursProtos.fromProto(field.child("hours"), proto.getHours()),
        rate(field.child("rate"), currency, proto),
        amount,
        field.child("description").text(proto.getDescription(), Field.LONG_MAX),
        field.child("reference").text(proto.getReference(), Field.SHORT_MAX),
        field.child("work_type").text(proto.getWorkType(), Field.SHORT_MAX),
        field.child("attributes").attributes(proto.getAttributesMap()));
  }

  /**
   * The name of a line of a new invoice: only the last part of what is given counts.
   *
   * @throws dev.redress.identity.InvalidNameException when it is neither a whole name of a line nor
   *     {@code lines/{line}}
   */
  static LineName newName(InvoiceName invoice, String given) {
    String whole = given.startsWith("lines/") ? invoice + "/" + given : given;
    return new LineName(invoice, LineName.parse(whole).line());
  }

  private static @Nullable Rate rate(
      Field field, Currency currency, dev.redress.v1.LaborLine proto) {
    if (!proto.hasRate()) {
      return null;
    }
    Rate rate = MoneyProtos.rate(field, proto.getRate());
    requireCurrency(field, rate.currency(), currency);
    return rate;
  }

  private static void requireCurrency(Field field, Currency currency, Currency ofInvoice) {
    if (!currency.equals(ofInvoice)) {
      throw new RedressException(
          ErrorReason.CURRENCY_MISMATCH,
          field.path() + ": is in " + currency + ", the invoice in " + ofInvoice);
    }
  }
}
