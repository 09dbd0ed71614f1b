package dev.redress.persistence;

import dev.redress.dispute.Dispute;
import dev.redress.dispute.DisputeReason;
import dev.redress.dispute.DisputeStore;
import dev.redress.dispute.DisputedLine;
import dev.redress.identity.DisputeName;
import dev.redress.identity.InvoiceName;
import dev.redress.identity.LineName;
import dev.redress.identity.ProviderName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/** Keeps disputes in the database. */
public final class MyBatisDisputeStore implements DisputeStore {
  private final MyBatisTransactions transactions;

  /** Within these transactions. */
  public MyBatisDisputeStore(MyBatisTransactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public Optional<Dispute> find(DisputeName name) {
    return transactions.run(
        () -> whole(() -> call(mapper -> mapper.find(name.provider().provider(), name.dispute()))));
  }

  @Override
  public Optional<Dispute> findOpen(InvoiceName invoice) {
    return transactions.run(
        () ->
            whole(
                () ->
                    call(
                        mapper ->
                            mapper.findOpen(
                                invoice.provider().provider(),
                                invoice.customer().customer(),
                                invoice.invoice()))));
  }

  @Override
  public List<Dispute> list(
      ProviderName provider, DisputeFilter filter, String afterId, int countMax) {
    return transactions.run(
        () ->
            call(mapper -> mapper.list(provider.provider(), filter, afterId, countMax)).stream()
                .map(row -> listed(new DisputeName(provider, row.disputeId()), row))
                .toList());
  }

  @Override
  public List<DisputeName> closing(Instant until, int countMax) {
    return transactions.run(
        () ->
            call(mapper -> mapper.closing(until, countMax)).stream()
                .map(DisputeKeyRow::name)
                .toList());
  }

  @Override
  public Map<LineName, DisputeName> disputed(Collection<LineName> lines, DisputeReason reason) {
    return transactions.run(
        () -> {
          Map<LineName, DisputeName> disputed = new HashMap<>();
          for (InvoiceName invoice :
              new HashSet<>(lines.stream().map(LineName::invoice).toList())) {
            disputed.putAll(disputed(invoice, reason));
          }
          disputed.keySet().retainAll(Set.copyOf(lines));
          return disputed;
        });
  }

  @Override
  public void insert(Dispute dispute) {
    try {
      transactions.run(
          () -> {
            call(mapper -> mapper.insert(DisputeRow.of(dispute)));
            insertLines(dispute, dispute.lines());
          });
    } catch (DuplicateKeyException e) {
      throw e.isOf("dispute_pk") ? Refusals.exists(dispute.name(), e) : Refusals.collision(e);
    }
  }

  @Override
  public void update(Dispute dispute) {
    transactions.run(
        () -> {
          updateHead(dispute);
          updateLines(dispute);
        });
  }

  @Override
  public void updateHead(Dispute dispute) {
    try {
      if (call(mapper -> mapper.update(DisputeRow.of(dispute))) != 1) {
        throw Refusals.stale(dispute.name());
      }
    } catch (DuplicateKeyException e) {
      throw Refusals.collision(e);
    }
  }

  private void updateLines(Dispute dispute) {
    Map<LineAndReason, DisputedLine> stored = new HashMap<>();
    for (DisputedLine line : lines(DisputeRow.of(dispute))) {
      stored.put(LineAndReason.of(line), line);
    }
    List<DisputedLine> added = new ArrayList<>();
    List<DisputedLine> changed = new ArrayList<>();
    for (DisputedLine line : dispute.lines()) {
      DisputedLine before = stored.get(LineAndReason.of(line));
      if (before == null) {
        added.add(line);
      } else if (!before.equals(line)) {
        changed.add(line);
      }
    }
    insertLines(dispute, added);
    // A batch does not count rows, and need not: the dispute's row is locked by its change of
    // version, and so are the lines that were just read.
    transactions.batch(
        DisputeMapper.class,
        changed,
        (mapper, line) -> mapper.updateLine(DisputedLineRow.of(dispute, line)));
  }

  private void insertLines(Dispute dispute, List<DisputedLine> lines) {
    transactions.batch(
        DisputeMapper.class,
        lines,
        (mapper, line) -> mapper.insertLine(DisputedLineRow.of(dispute, line)));
  }

  private Dispute listed(DisputeName name, DisputeRow row) {
    return withLines(row).or(() -> find(name)).orElseThrow();
  }

  /** Reads until a dispute and its lines belong together. */
  private Optional<Dispute> whole(Supplier<Optional<DisputeRow>> read) {
    while (true) {
      Optional<DisputeRow> row = read.get();
      if (row.isEmpty()) {
        return Optional.empty();
      }
      Optional<Dispute> dispute = row.flatMap(this::withLines);
      if (dispute.isPresent()) {
        return dispute;
      }
    }
  }

  /**
   * The dispute with its lines; nothing when somebody else has changed it between the two
   * statements, for each sees what was committed when it began.
   */
  private Optional<Dispute> withLines(DisputeRow row) {
    List<DisputedLine> lines = lines(row);
    long version = call(mapper -> mapper.version(row.providerId(), row.disputeId()));
    return version == row.version() ? Optional.of(row.toDispute(lines)) : Optional.empty();
  }

  /** The stored lines of a dispute; by its invoice, which is what their key begins with. */
  private List<DisputedLine> lines(DisputeRow row) {
    Currency currency = Currency.getInstance(row.currency());
    InvoiceName invoice = row.invoice();
    return call(
            mapper ->
                mapper.lines(row.providerId(), row.customerId(), row.invoiceId(), row.disputeId()))
        .stream()
        .map(line -> line.toLine(invoice, currency))
        .toList();
  }

  private Map<LineName, DisputeName> disputed(InvoiceName invoice, DisputeReason reason) {
    Map<LineName, DisputeName> disputed = new HashMap<>();
    call(mapper ->
            mapper.disputed(
                invoice.provider().provider(),
                invoice.customer().customer(),
                invoice.invoice(),
                reason))
        .forEach(
            row ->
                disputed.put(
                    new LineName(invoice, row.lineId()),
                    new DisputeName(invoice.provider(), row.disputeId())));
    return disputed;
  }

  private <T> T call(Function<DisputeMapper, T> statement) {
    return transactions.call(DisputeMapper.class, statement);
  }

  /** What tells the lines of a dispute apart. */
  private record LineAndReason(LineName line, DisputeReason reason) {
    static LineAndReason of(DisputedLine line) {
      return new LineAndReason(line.line(), line.reason());
    }
  }
}
