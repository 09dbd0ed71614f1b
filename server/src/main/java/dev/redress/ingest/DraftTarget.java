package dev.redress.ingest;

import dev.redress.identity.CustomerName;
import dev.redress.identity.InvoiceName;
import dev.redress.identity.LineName;
import dev.redress.invoice.Drafts;
import dev.redress.invoice.Invoice;
import dev.redress.invoice.LaborLine;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Keeps the rows that would be stored in memory, also those that are stored as they are. */
final class DraftTarget implements RowTarget<BilledLine> {
  private final RowTarget<BilledLine> billed;
  private final Map<InvoiceName, Invoice> invoices = new HashMap<>();
  private final Map<LineName, LaborLine> lines = new HashMap<>();

  /** Of what this target would store. */
  DraftTarget(RowTarget<BilledLine> billed) {
    this.billed = billed;
  }

  /** What was kept. */
  Drafts drafts() {
    return new Drafts(invoices, lines);
  }

  @Override
  public String noun() {
    return billed.noun();
  }

  @Override
  public Column idColumn() {
    return billed.idColumn();
  }

  @Override
  public String id(BilledLine row) {
    return billed.id(row);
  }

  @Override
  public String key(BilledLine row) {
    return billed.key(row);
  }

  @Override
  public CustomerName customer(BilledLine row) {
    return billed.customer(row);
  }

  @Override
  public String resource(BilledLine row) {
    return billed.resource(row);
  }

  @Override
  public String contentHash(BilledLine row) {
    return billed.contentHash(row);
  }

  @Override
  public Batch<BilledLine> load(List<BilledLine> rows) {
    return new DraftBatch(billed.load(rows));
  }

  private final class DraftBatch implements Batch<BilledLine> {
    private final Batch<BilledLine> batch;

    DraftBatch(Batch<BilledLine> batch) {
      this.batch = batch;
    }

    @Override
    public String storedHash(BilledLine row) {
      return batch.storedHash(row);
    }

    @Override
    public List<ImportProblem> objections(CheckedRow.Accepted<BilledLine> row) {
      return batch.objections(row);
    }

    @Override
    public boolean accept(CheckedRow.Accepted<BilledLine> row) {
      invoices.put(row.value().invoice().name(), row.value().invoice());
      lines.put(row.value().line().name(), row.value().line());
      return batch.accept(row);
    }

    @Override
    public void save(List<BilledLine> created, List<BilledLine> updated) {
      throw new IllegalStateException("drafts are stored nowhere");
    }
  }
}
