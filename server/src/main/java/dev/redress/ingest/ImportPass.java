package dev.redress.ingest;

import dev.redress.error.ErrorReason;
import dev.redress.error.RedressException;
import dev.redress.identity.CustomerName;
import dev.redress.ingest.CheckedRow.Accepted;
import dev.redress.ingest.CheckedRow.Refused;
import dev.redress.ingest.ImportProblem.Code;
import dev.redress.ingest.RowTarget.Change;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * One pass over the rows of a file: each is checked and found to be new, changed, unchanged or
 * wrong. A pass that does not store comes to the very same.
 */
final class ImportPass<T> {
  private static final int BATCH_ROWS = 1_000;
  private static final long BATCH_CHARACTERS = 4_000_000;
  private static final int CONTENT_DIGITS = 16;

  private final KindRows<T> kind;
  private final RowTarget<T> target;
  private final SeenIds seen;
  private final Tally tally;
  private final Optional<Consumer<Change>> recorder;
  private final Set<CustomerName> erased;

  /**
   * A pass.
   *
   * @param seen with room for every row
   * @param recorder stores are changed and every change of a stored record is told to it; empty:
   *     nothing is stored
   * @param erased customers about whom nothing is stored any more
   */
  ImportPass(
      KindRows<T> kind,
      RowTarget<T> target,
      SeenIds seen,
      Tally tally,
      Optional<Consumer<Change>> recorder,
      Set<CustomerName> erased) {
    this.kind = kind;
    this.target = target;
    this.seen = seen;
    this.tally = tally;
    this.recorder = recorder;
    this.erased = Set.copyOf(erased);
  }

  /**
   * Goes over all rows.
   *
   * @param columnCount of the header
   * @param afterBatch is run from time to time and may throw to end the pass
   */
  void run(
      Iterator<FileRow> rows,
      int columnCount,
      Function<FileRow, CanonicalRow> mapping,
      Runnable afterBatch) {
    while (rows.hasNext()) {
      List<CheckedRow<T>> batch = new ArrayList<>(BATCH_ROWS);
      long characters = 0;
      while (rows.hasNext() && batch.size() < BATCH_ROWS && characters < BATCH_CHARACTERS) {
        FileRow row = rows.next();
        characters += row.characters();
        tally.countReplaced(row.charactersReplaced());
        batch.add(
            row.fieldCount() == columnCount
                ? kind.check(mapping.apply(row))
                : fieldCount(row, columnCount));
      }
      settle(batch);
      afterBatch.run();
    }
  }

  private CheckedRow<T> fieldCount(FileRow row, int columnCount) {
    return new Refused<>(
        row.line(),
        List.of(
            ImportProblems.of(
                row.line(),
                Code.FIELD_COUNT,
                "",
                row.fields().getFirst(),
                "the row has "
                    + row.fieldCount()
                    + " fields and the header has "
                    + columnCount
                    + ": put values with commas, quotes or line breaks into quotes")));
  }

  private void settle(List<CheckedRow<T>> rows) {
    List<Refused<T>> refused = new ArrayList<>();
    List<Accepted<T>> accepted = new ArrayList<>(rows.size());
    for (CheckedRow<T> row : rows) {
      switch (row) {
        case Accepted<T> good -> accepted.add(good);
        case Refused<T> bad -> refused.add(bad);
      }
    }
    decide(accepted, refused);
    refused.sort(Comparator.comparingLong(Refused::line));
    refused.forEach(bad -> tally.countRejected(bad.problems()));
  }

  private void decide(List<Accepted<T>> rows, List<Refused<T>> refused) {
    if (rows.isEmpty()) {
      return;
    }
    RowTarget.Batch<T> batch = target.load(rows.stream().map(Accepted::value).toList());
    List<T> created = new ArrayList<>();
    List<T> updated = new ArrayList<>();
    List<Change> changes = new ArrayList<>();
    // Made on all processors: hashing is half of the work on a row but for storing it.
    List<String> hashes =
        rows.parallelStream().map(row -> target.contentHash(row.value())).toList();
    for (int i = 0; i < rows.size(); i++) {
      Accepted<T> row = rows.get(i);
      T value = row.value();
      String hash = hashes.get(i);
      List<ImportProblem> objections = objections(batch, row, content(hash));
      if (!objections.isEmpty()) {
        refused.add(new Refused<>(row.line(), objections));
        continue;
      }
      boolean isRepeated = seen.find(target.key(value)).isPresent();
      if (!isRepeated) {
        seen.put(target.key(value), content(hash), row.line());
      }
      boolean changesMore = batch.accept(row);
      String before = isRepeated ? hash : batch.storedHash(value);
      if (before.isEmpty()) {
        created.add(value);
        tally.countCreated(target.customer(value));
      } else if (!before.equals(hash)) {
        updated.add(value);
        changes.add(new Change(target.noun() + ".updated", target.resource(value), before, hash));
        tally.countUpdated(target.customer(value));
      } else if (changesMore) {
        tally.countUpdated(target.customer(value));
      } else {
        tally.countUnchanged();
      }
    }
    recorder.ifPresent(
        record -> {
          save(batch, created, updated);
          changes.forEach(record);
          batch.sideChanges().forEach(record);
        });
  }

  /** Stores rows; who stored one of them at the same time was faster. */
  private static <T> void save(RowTarget.Batch<T> batch, List<T> created, List<T> updated) {
    try {
      batch.save(created, updated);
    } catch (RedressException e) {
      if (e.reason() != ErrorReason.RESOURCE_EXISTS) {
        throw e;
      }
      RedressException refusal =
          new RedressException(
              ErrorReason.CONCURRENT_CHANGE,
              "another call stored rows of the file while it was imported: send it again");
      refusal.initCause(e);
      throw refusal;
    }
  }

  /** What stands against a row: its customer, another row of the file, then what is stored. */
  private List<ImportProblem> objections(RowTarget.Batch<T> batch, Accepted<T> row, long content) {
    CustomerName customer = target.customer(row.value());
    if (erased.contains(customer)) {
      return List.of(
          ImportProblems.of(
              row.line(),
              Code.CUSTOMER_ERASED,
              Column.CUSTOMER_ID,
              customer.customer(),
              "was erased: nothing is stored about this customer any more; leave its rows out"));
    }
    Optional<SeenIds.Seen> before = seen.find(target.key(row.value()));
    if (before.isPresent() && before.get().content() != content) {
      return List.of(
          ImportProblems.of(
              row.line(),
              Code.DUPLICATE_ID,
              target.idColumn(),
              target.id(row.value()),
              "stands in line "
                  + before.get().line()
                  + " too, with different content: keep one of the two rows"));
    }
    return batch.objections(row);
  }

  private static long content(String hash) {
    return HexFormat.fromHexDigitsToLong(hash, 0, CONTENT_DIGITS);
  }
}
