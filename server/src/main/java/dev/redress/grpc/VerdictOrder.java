package dev.redress.grpc;

import dev.redress.identity.CustomerName;
import dev.redress.identity.InvoiceName;
import dev.redress.identity.LineName;
import dev.redress.identity.ProviderName;
import dev.redress.reconciliation.LineVerdict;
import dev.redress.reconciliation.ReconciliationService;
import dev.redress.reconciliation.VerdictStore.LinePrice;
import dev.redress.reconciliation.VerdictStore.VerdictFilter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** In which order verdicts are listed, and the sort keys that a page token holds for it. */
enum VerdictOrder {
  /** By customer, invoice and line. */
  LINE("") {
    @Override
    List<LineVerdict> list(
        ReconciliationService service, ProviderName provider, VerdictFilter filter, Page page) {
      List<String> keys = page.keys(LINE_KEYS);
      @Nullable LineName after = keys.isEmpty() ? null : line(provider, keys);
      return service.verdicts(provider, filter, after, page.countMax());
    }

    @Override
    List<String> keys(LineVerdict last) {
      return lineKeys(last);
    }
  },

  /** The dearest first. */
  AMOUNT("amount desc") {
    @Override
    List<LineVerdict> list(
        ReconciliationService service, ProviderName provider, VerdictFilter filter, Page page) {
      List<String> keys = page.keys(LINE_KEYS + 1);
      @Nullable LinePrice after =
          keys.isEmpty()
              ? null
              : new LinePrice(
                  line(provider, keys.subList(0, LINE_KEYS)), Long.parseLong(keys.get(LINE_KEYS)));
      return service.verdictsByAmount(provider, filter, after, page.countMax());
    }

    @Override
    List<String> keys(LineVerdict last) {
      List<String> keys = new ArrayList<>(lineKeys(last));
      keys.add(Long.toString(LinePrice.of(last).amountMinor()));
      return keys;
    }
  };

  private static final int LINE_KEYS = 3;

  private final String orderBy;

  VerdictOrder(String orderBy) {
    this.orderBy = orderBy;
  }

  /** The order that a caller asks for, or {@code FIELD_INVALID}. */
  static VerdictOrder of(String orderBy) {
    for (VerdictOrder order : values()) {
      if (order.orderBy.equals(orderBy.strip())) {
        return order;
      }
    }
    throw new Field("order_by")
        .invalid("is not an order there is: leave it empty, or 'amount desc'");
  }

  /** A page of verdicts in this order. */
  abstract List<LineVerdict> list(
      ReconciliationService service, ProviderName provider, VerdictFilter filter, Page page);

  /** Where the next page goes on after this verdict. */
  abstract List<String> keys(LineVerdict last);

  private static List<String> lineKeys(LineVerdict verdict) {
    LineName line = verdict.line().name();
    return List.of(line.customer().customer(), line.invoice().invoice(), line.line());
  }

  private static LineName line(ProviderName provider, List<String> keys) {
    CustomerName customer = new CustomerName(provider, keys.get(0));
    return new LineName(new InvoiceName(customer, keys.get(1)), keys.get(2));
  }
}
