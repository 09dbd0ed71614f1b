package dev.redress.persistence;

import dev.redress.identity.CustomerName;
import dev.redress.identity.ProviderName;
import dev.redress.identity.TimeEntryName;
import dev.redress.invariant.Violation;
import dev.redress.invoice.LaborLineStore.LineScope;
import dev.redress.matching.Allocation;
import dev.redress.matching.BillingStep;
import dev.redress.time.Hours;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Looks for time entries that back more hours than they have (I5). Allocations are within the
 * evidence of verdicts, so they are summed here: customer by customer, and of a customer no more is
 * kept in memory than one number a time entry.
 */
final class AllocatedHours {
  private final MyBatisTransactions transactions;

  AllocatedHours(MyBatisTransactions transactions) {
    this.transactions = transactions;
  }

  /** What is wrong, by customer and time entry, at most so many. */
  List<Violation> violations(ProviderName provider, int countMax) {
    List<Violation> violations = new ArrayList<>();
    for (String customerId : customersWithLines(provider)) {
      violations.addAll(ofCustomer(new CustomerName(provider, customerId)));
      if (violations.size() >= countMax) {
        return violations.subList(0, countMax);
      }
    }
    return violations;
  }

  private List<String> customersWithLines(ProviderName provider) {
    return transactions.call(
        LaborLineMapper.class,
        mapper -> mapper.customersWithLines(provider.provider(), LineScope.ALL));
  }

  private List<Violation> ofCustomer(CustomerName customer) {
    Map<String, Hours> allocated = allocated(customer);
    if (allocated.isEmpty()) {
      return List.of();
    }
    Map<String, Hours> logged = logged(customer, allocated);
    List<Violation> violations = new ArrayList<>();
    allocated.forEach(
        (entryId, hours) -> {
          Hours limit = logged.getOrDefault(entryId, Hours.ZERO);
          // Agreements let each entry be rounded up.
          if (hours.compareTo(BillingStep.mostOf(limit)) > 0) {
            violations.add(
                new Violation(
                    name(customer, entryId),
                    "has " + limit + " hours and backs " + hours + " billed hours"));
          }
        });
    return violations;
  }

  /** What current verdicts take from each time entry. */
  private Map<String, Hours> allocated(CustomerName customer) {
    Map<String, Hours> sums = new TreeMap<>();
    stream(
        mapper ->
            mapper.allocated(
                customer.provider().provider(),
                customer.customer(),
                row -> {
                  String evidence = row.getResultObject();
                  if (!evidence.isEmpty()) {
                    add(EvidenceJson.read(evidence).allocations(), sums);
                  }
                }));
    return sums;
  }

  private static void add(List<Allocation> allocations, Map<String, Hours> sums) {
    for (Allocation part : allocations) {
      if (!part.timeEntry().isEmpty()) {
        sums.merge(part.timeEntry(), part.hours(), Hours::plus);
      }
    }
  }

  /** The hours of those time entries. */
  private Map<String, Hours> logged(CustomerName customer, Map<String, Hours> wanted) {
    Map<String, Hours> hours = new TreeMap<>();
    stream(
        mapper ->
            mapper.entryHours(
                customer.provider().provider(),
                customer.customer(),
                row -> {
                  CountRow entry = row.getResultObject();
                  if (wanted.containsKey(entry.id())) {
                    hours.put(entry.id(), new Hours(entry.number()));
                  }
                }));
    return hours;
  }

  private String name(CustomerName customer, String entryId) {
    String requestId =
        transactions
            .call(
                InvariantMapper.class,
                mapper ->
                    mapper.entryRequest(
                        customer.provider().provider(), customer.customer(), entryId))
            .orElse(TimeEntryName.NO_REQUEST);
    return new TimeEntryName(customer, requestId, entryId).toString();
  }

  private void stream(Consumer<InvariantMapper> statement) {
    transactions.call(
        InvariantMapper.class,
        mapper -> {
          statement.accept(mapper);
          return true;
        });
  }
}
