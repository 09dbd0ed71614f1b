package dev.redress.persistence;

import dev.redress.identity.CustomerName;
import dev.redress.identity.InvoiceName;
import dev.redress.identity.LineName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the content hashes of many lines: by invoice on Derby, by customer on PostgreSQL. */
final class LineHashLookup {
  private final LaborLineMapper mapper;
  private final int keysMax;

  /**
   * Over one table.
   *
   * @param keysMax see {@link HashLookup}
   */
  LineHashLookup(LaborLineMapper mapper, int keysMax) {
    this.mapper = mapper;
    this.keysMax = keysMax;
  }

  /** The hashes of those of these lines that are stored. */
  Map<LineName, String> find(Collection<LineName> names) {
    Map<LineName, String> hashes = new HashMap<>();
    if (keysMax == 1) {
      Grouped.by(names, LineName::invoice, LineName::line)
          .forEach(
              (invoice, ids) ->
                  HashLookup.find(ids, keysMax, new Lines(mapper, invoice))
                      .forEach((id, hash) -> hashes.put(new LineName(invoice, id), hash)));
    } else {
      Grouped.whole(names, LineName::customer)
          .forEach((customer, lines) -> hashes.putAll(ofCustomer(customer, lines)));
    }
    return hashes;
  }

  private Map<LineName, String> ofCustomer(CustomerName customer, Set<LineName> lines) {
    List<LineKeyRow> keys = new ArrayList<>();
    lines.forEach(line -> keys.add(LineKeyRow.of(line)));
    Map<LineName, String> hashes = new HashMap<>();
    for (List<LineKeyRow> chunk : KeyChunks.of(keys, keysMax)) {
      for (LineHashRow row :
          mapper.contentHashes(customer.provider().provider(), customer.customer(), chunk)) {
        if (row.contentHash() != null) {
          hashes.put(
              new LineName(new InvoiceName(customer, row.invoiceId()), row.lineId()),
              row.contentHash());
        }
      }
    }
    return hashes;
  }

  private record Lines(LaborLineMapper mapper, InvoiceName invoice) implements HashLookup.Reads {
    @Override
    public Optional<String> one(String id) {
      return mapper.contentHash(
          invoice.provider().provider(), invoice.customer().customer(), invoice.invoice(), id);
    }

    @Override
    public List<HashRow> all(List<String> ids) {
      throw new IllegalStateException("lines are asked for by customer where lists are fast");
    }

    @Override
    public List<HashRow> between(String firstId, String lastId, int countMax) {
      return mapper.contentHashesBetween(
          invoice.provider().provider(),
          invoice.customer().customer(),
          invoice.invoice(),
          firstId,
          lastId,
          countMax);
    }
  }
}
