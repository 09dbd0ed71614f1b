package dev.redress.reconciliation;

import dev.redress.identity.ModelName;
import dev.redress.identity.ProviderName;
import java.util.List;
import java.util.Optional;

/** Keeps fitted models, and which one each provider uses. Knows none of those that ship. */
public interface ModelStore {

  /** The fitted model of this name. */
  Optional<ModelVersion> find(ModelName name);

  /** A provider's models with a smaller ordinal, the newest first, at most so many. */
  List<ModelVersion> list(ProviderName provider, int beforeOrdinal, int countMax);

  /**
   * Stores a new model.
   *
   * @throws dev.redress.error.RedressException {@code CONCURRENT_CHANGE} when its ordinal is taken
   */
  void insert(ModelVersion model);

  /** What the provider chose; empty where it never did. */
  Optional<ModelUse> use(ProviderName provider);

  /**
   * Stores a choice: {@code use.version()} is one more than the stored one, 1 for the first.
   *
   * @throws dev.redress.error.RedressException {@code STALE_VERSION} when it is not
   */
  void put(ModelUse use);
}
