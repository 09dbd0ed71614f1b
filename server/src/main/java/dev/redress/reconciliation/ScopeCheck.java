package dev.redress.reconciliation;

import dev.redress.customer.CustomerStore;
import dev.redress.customer.ProviderStore;
import dev.redress.error.ErrorReason;
import dev.redress.error.RedressException;
import dev.redress.identity.CustomerName;
import dev.redress.identity.InvoiceName;
import dev.redress.identity.ProviderName;
import dev.redress.invoice.InvoiceStore;
import dev.redress.invoice.LaborLineStore.LineScope;

/** Tells a scope that holds no lines from one that names what does not exist. */
public final class ScopeCheck {
  private final ProviderStore providers;
  private final CustomerStore customers;
  private final InvoiceStore invoices;

  /** Over what scopes name. */
  public ScopeCheck(ProviderStore providers, CustomerStore customers, InvoiceStore invoices) {
    this.providers = providers;
    this.customers = customers;
    this.invoices = invoices;
  }

  /**
   * Returns when everything that the scope names exists.
   *
   * @throws RedressException {@code PROVIDER_NOT_FOUND}, {@code CUSTOMER_NOT_FOUND}, {@code
   *     INVOICE_NOT_FOUND}
   */
  void require(ProviderName provider, LineScope scope) {
    if (providers.find(provider).isEmpty()) {
      throw new RedressException(
          ErrorReason.PROVIDER_NOT_FOUND, "there is no provider " + provider.provider());
    }
    if (scope.customerId().isEmpty()) {
      return;
    }
    CustomerName customer = new CustomerName(provider, scope.customerId());
    if (customers.find(customer).isEmpty()) {
      throw new RedressException(
          ErrorReason.CUSTOMER_NOT_FOUND, "there is no customer " + customer.customer());
    }
    if (!scope.invoiceId().isEmpty()
        && invoices.find(new InvoiceName(customer, scope.invoiceId())).isEmpty()) {
      throw new RedressException(
          ErrorReason.INVOICE_NOT_FOUND,
          "customer " + customer.customer() + " has no invoice " + scope.invoiceId());
    }
  }
}
