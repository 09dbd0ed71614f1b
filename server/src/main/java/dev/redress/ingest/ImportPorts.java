package dev.redress.ingest;

import dev.redress.agreement.AgreementStore;
import dev.redress.customer.CustomerStore;
import dev.redress.customer.FactsVersionStore;
import dev.redress.customer.ProviderStore;
import dev.redress.invoice.InvoiceStore;
import dev.redress.invoice.LaborLineStore;
import dev.redress.journal.Journal;
import dev.redress.request.RequestStore;
import dev.redress.request.TimeEntryStore;
import dev.redress.transaction.Transactions;

/**
 * Everything that imports read from and write to.
 *
 * @param transactions one import is one of them
 * @param providers whose files they are
 * @param customers whom rows are about, and rows themselves
 * @param factsVersions advanced for every customer whose rows change
 * @param requests rows, and what time entries are on
 * @param timeEntries rows
 * @param invoices rows
 * @param laborLines rows
 * @param agreements rows
 * @param imports the finished imports
 * @param journal what was changed
 */
public record ImportPorts(
    Transactions transactions,
    ProviderStore providers,
    CustomerStore customers,
    FactsVersionStore factsVersions,
    RequestStore requests,
    TimeEntryStore timeEntries,
    InvoiceStore invoices,
    LaborLineStore laborLines,
    AgreementStore agreements,
    ImportStore imports,
    Journal journal) {}
