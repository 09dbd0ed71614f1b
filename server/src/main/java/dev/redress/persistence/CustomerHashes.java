package dev.redress.persistence;

import java.util.List;
import java.util.Optional;

/** The content hashes of a customer's rows of one table. */
record CustomerHashes(Statements mapper, String providerId, String customerId)
    implements HashLookup.Reads {

  /** What the mapper of such a table has. */
  interface Statements {
    Optional<String> contentHash(String providerId, String customerId, String id);

    List<HashRow> contentHashes(String providerId, String customerId, List<String> ids);

    List<HashRow> contentHashesBetween(
        String providerId, String customerId, String firstId, String lastId, int countMax);
  }

  @Override
  public Optional<String> one(String id) {
    return mapper.contentHash(providerId, customerId, id);
  }

  @Override
  public List<HashRow> all(List<String> ids) {
    return mapper.contentHashes(providerId, customerId, ids);
  }

  @Override
  public List<HashRow> between(String firstId, String lastId, int countMax) {
    return mapper.contentHashesBetween(providerId, customerId, firstId, lastId, countMax);
  }
}
