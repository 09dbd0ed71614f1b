package dev.redress.ingest;

import dev.redress.agreement.Agreement;
import dev.redress.agreement.AgreementStore;
import dev.redress.agreement.Agreements;
import dev.redress.customer.Customer;
import dev.redress.customer.CustomerStore;
import dev.redress.customer.FactsVersionStore;
import dev.redress.customer.Provider;
import dev.redress.customer.ProviderSettings;
import dev.redress.customer.ProviderStore;
import dev.redress.identity.AgreementName;
import dev.redress.identity.CustomerName;
import dev.redress.identity.ImportName;
import dev.redress.identity.InvoiceName;
import dev.redress.identity.LineName;
import dev.redress.identity.ProviderName;
import dev.redress.identity.RequestName;
import dev.redress.identity.TimeEntryName;
import dev.redress.invoice.Invoice;
import dev.redress.invoice.InvoiceStore;
import dev.redress.invoice.LaborLine;
import dev.redress.invoice.LaborLineStore;
import dev.redress.journal.JournalEntry;
import dev.redress.request.Request;
import dev.redress.request.RequestStore;
import dev.redress.request.TimeEntry;
import dev.redress.request.TimeEntryStore;
import dev.redress.transaction.Transactions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** The ports of imports over plain maps, for tests; nothing is ever rolled back. */
final class MemoryPorts {
  static final Instant NOW = Instant.parse("2026-10-01T08:00:00Z");

  final MemoryTable<CustomerName, Customer> customers =
      new MemoryTable<>(Customer::name, Customer::contentHash);
  final MemoryTable<RequestName, Request> requests =
      new MemoryTable<>(Request::name, Request::contentHash);
  final MemoryTable<TimeEntryStore.EntryKey, TimeEntry> entries =
      new MemoryTable<>(TimeEntryStore.EntryKey::of, TimeEntry::contentHash);
  final MemoryTable<InvoiceName, Invoice> invoices =
      new MemoryTable<>(Invoice::name, Invoice::contentHash);
  final MemoryTable<LineName, LaborLine> lines =
      new MemoryTable<>(LaborLine::name, LaborLine::contentHash);
  final MemoryTable<AgreementName, Agreement> agreements =
      new MemoryTable<>(Agreement::name, Agreement::contentHash);
  final Set<LineName> held = new HashSet<>();
  final Map<CustomerName, Integer> advances = new HashMap<>();
  final Map<ImportName, FileImport> imports = new HashMap<>();
  final Map<ImportName, List<ImportProblem>> problems = new HashMap<>();
  final List<JournalEntry> journal = new ArrayList<>();

  /** How often the outermost transaction runs its work, as after a deadlock. */
  int runs = 1;

  ImportPorts ports() {
    return new ImportPorts(
        transactions(),
        providers(),
        customerStore(),
        factsVersions(),
        requestStore(),
        entryStore(),
        invoiceStore(),
        lineStore(),
        agreementStore(),
        importStore(),
        journal::add);
  }

  /** How many records there are, of every kind. */
  int recordCount() {
    return customers.size()
        + requests.size()
        + entries.size()
        + invoices.size()
        + lines.size()
        + agreements.size();
  }

  private Transactions transactions() {
    return new Transactions() {
      @Override
      public <T> T run(Supplier<T> work) {
        T result = work.get();
        for (; runs > 1; runs--) {
          result = work.get();
        }
        return result;
      }

      @Override
      public void afterCommit(Runnable action) {
        action.run();
      }
    };
  }

  private static ProviderStore providers() {
    return new ProviderStore() {
      @Override
      public Optional<Provider> find(ProviderName name) {
        return name.equals(Provider.DEFAULT)
            ? Optional.of(new Provider(name, "Test", ProviderSettings.DEFAULT, NOW, NOW, 1))
            : Optional.empty();
      }

      @Override
      public List<Provider> list(String afterId, int countMax) {
        throw new UnsupportedOperationException();
      }

      @Override
      public void insert(Provider provider) {
        throw new UnsupportedOperationException();
      }

      @Override
      public void update(Provider provider) {
        throw new UnsupportedOperationException();
      }
    };
  }

  private CustomerStore customerStore() {
    return new CustomerStore() {
      @Override
      public Optional<Customer> find(CustomerName name) {
        return customers.find(name);
      }

      @Override
      public List<Customer> list(ProviderName provider, String afterId, int countMax) {
        return customers.where(customer -> true);
      }

      @Override
      public Map<CustomerName, String> contentHashes(Collection<CustomerName> names) {
        return customers.contentHashes(names);
      }

      @Override
      public Set<CustomerName> erased(ProviderName provider) {
        return Set.of();
      }

      @Override
      public void insertAll(List<Customer> added) {
        customers.insertAll(added);
      }

      @Override
      public void update(Customer customer) {
        customers.update(customer);
      }
    };
  }

  private FactsVersionStore factsVersions() {
    return new FactsVersionStore() {
      @Override
      public long current(CustomerName customer) {
        return advances.getOrDefault(customer, 0);
      }

      @Override
      public void advance(Collection<CustomerName> touched) {
        touched.forEach(customer -> advances.merge(customer, 1, Integer::sum));
      }

      @Override
      public boolean hold(CustomerName customer, long expected) {
        return current(customer) == expected;
      }
    };
  }

  private RequestStore requestStore() {
    return new RequestStore() {
      @Override
      public Optional<Request> find(RequestName name) {
        return requests.find(name);
      }

      @Override
      public List<Request> list(CustomerName customer, String afterId, int countMax) {
        return all(customer);
      }

      @Override
      public List<Request> all(CustomerName customer) {
        return requests.where(request -> request.customer().equals(customer));
      }

      @Override
      public List<CustomerName> customersOf(ProviderName provider, String requestId) {
        return requests.where(request -> request.name().request().equals(requestId)).stream()
            .map(Request::customer)
            .toList();
      }

      @Override
      public Map<RequestName, String> contentHashes(Collection<RequestName> names) {
        return requests.contentHashes(names);
      }

      @Override
      public void insertAll(List<Request> added) {
        requests.insertAll(added);
      }

      @Override
      public void update(Request request) {
        requests.update(request);
      }
    };
  }

  private TimeEntryStore entryStore() {
    return new TimeEntryStore() {
      @Override
      public Optional<TimeEntry> find(TimeEntryName name) {
        return entries.find(new EntryKey(name.customer(), name.entry()));
      }

      @Override
      public List<TimeEntry> list(
          CustomerName customer, String requestId, String afterId, int countMax) {
        return all(customer);
      }

      @Override
      public List<TimeEntry> all(CustomerName customer) {
        return entries.where(entry -> entry.customer().equals(customer));
      }

      @Override
      public Map<EntryKey, String> contentHashes(Collection<EntryKey> entryIds) {
        return entries.contentHashes(entryIds);
      }

      @Override
      public void insertAll(List<TimeEntry> added) {
        entries.insertAll(added);
      }

      @Override
      public void update(TimeEntry entry) {
        entries.update(entry);
      }
    };
  }

  private InvoiceStore invoiceStore() {
    return new InvoiceStore() {
      @Override
      public Optional<Invoice> find(InvoiceName name) {
        return invoices.find(name);
      }

      @Override
      public List<Invoice> list(CustomerName customer, String afterId, int countMax) {
        return invoices.where(invoice -> invoice.customer().equals(customer));
      }

      @Override
      public List<Invoice> all(CustomerName customer) {
        return invoices.where(invoice -> invoice.customer().equals(customer));
      }

      @Override
      public Map<InvoiceName, Invoice> findAll(Collection<InvoiceName> names) {
        return invoices.findAll(names);
      }

      @Override
      public void insertAll(List<Invoice> added) {
        invoices.insertAll(added);
      }

      @Override
      public void update(Invoice invoice) {
        invoices.update(invoice);
      }
    };
  }

  private LaborLineStore lineStore() {
    return new LaborLineStore() {
      @Override
      public Optional<LaborLine> find(LineName name) {
        return lines.find(name);
      }

      @Override
      public List<LaborLine> list(InvoiceName invoice, String afterId, int countMax) {
        return lines.where(line -> line.name().invoice().equals(invoice));
      }

      @Override
      public List<LaborLine> all(CustomerName customer) {
        return lines.where(line -> line.customer().equals(customer));
      }

      @Override
      public List<CustomerName> customersWithLines(ProviderName provider, LineScope scope) {
        throw new UnsupportedOperationException();
      }

      @Override
      public Map<LineName, String> contentHashes(Collection<LineName> names) {
        return lines.contentHashes(names);
      }

      @Override
      public List<LineName> held(Collection<LineName> names) {
        return names.stream().filter(held::contains).toList();
      }

      @Override
      public void insertAll(List<LaborLine> added) {
        lines.insertAll(added);
      }

      @Override
      public void update(LaborLine line) {
        lines.update(line);
      }
    };
  }

  private AgreementStore agreementStore() {
    return new AgreementStore() {
      @Override
      public Optional<Agreement> find(AgreementName name) {
        return agreements.find(name);
      }

      @Override
      public List<Agreement> list(CustomerName customer, String afterId, int countMax) {
        return agreements.where(agreement -> agreement.customer().equals(customer));
      }

      @Override
      public Agreements all(CustomerName customer) {
        return new Agreements(list(customer, "", Integer.MAX_VALUE));
      }

      @Override
      public int count(CustomerName customer) {
        return list(customer, "", Integer.MAX_VALUE).size();
      }

      @Override
      public Optional<Agreement> overlapping(Agreement agreement) {
        return list(agreement.customer(), "", Integer.MAX_VALUE).stream()
            .filter(other -> !other.name().equals(agreement.name()))
            .filter(agreement::overlaps)
            .findFirst();
      }

      @Override
      public void insert(Agreement agreement) {
        agreements.insertAll(List.of(agreement));
      }

      @Override
      public void update(Agreement agreement) {
        agreements.update(agreement);
      }
    };
  }

  private ImportStore importStore() {
    return new ImportStore() {
      @Override
      public Optional<FileImport> find(ImportName name) {
        return Optional.ofNullable(imports.get(name));
      }

      @Override
      public List<FileImport> list(ProviderName provider, String afterId, int countMax) {
        return List.copyOf(imports.values());
      }

      @Override
      public List<ImportProblem> problems(ImportName name, int fromOrdinal, int countMax) {
        return problems.getOrDefault(name, List.of()).stream()
            .skip(fromOrdinal)
            .limit(countMax)
            .toList();
      }

      @Override
      public void insert(FileImport finished, List<ImportProblem> found) {
        imports.put(finished.name(), finished);
        problems.put(finished.name(), found);
      }
    };
  }
}
