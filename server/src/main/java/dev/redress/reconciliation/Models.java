package dev.redress.reconciliation;

import dev.redress.error.ErrorReason;
import dev.redress.error.RedressException;
import dev.redress.identity.ModelName;
import dev.redress.identity.ProviderName;
import dev.redress.matching.MatchingModel;
import java.util.Map;
import java.util.Optional;

/** Finds models by name: those that ship by the code, fitted ones in the store. */
public final class Models {
  private final ModelStore store;

  /** Over the fitted ones. */
  public Models(ModelStore store) {
    this.store = store;
  }

  /** The model of this name, or {@code MODEL_NOT_FOUND}. */
  public ModelVersion require(ModelName name) {
    return shipped(name)
        .or(() -> store.find(name))
        .orElseThrow(
            () ->
                new RedressException(
                    ErrorReason.MODEL_NOT_FOUND,
                    "there is no model " + name,
                    Map.of("model", name.toString())));
  }

  /** The model that a provider's next run uses. */
  public MatchingModel inUse(ProviderName provider) {
    return require(nameInUse(provider)).model();
  }

  /** Its name. */
  ModelName nameInUse(ProviderName provider) {
    return store.use(provider).map(ModelUse::model).orElseGet(() -> shippedName(provider));
  }

  /** The newest model that ships, under the provider's name. */
  ModelVersion shipped(ProviderName provider) {
    return new ModelVersion(shippedName(provider), MatchingModel.shipped(), null);
  }

  private static ModelName shippedName(ProviderName provider) {
    return new ModelName(provider, MatchingModel.shipped().version());
  }

  private static Optional<ModelVersion> shipped(ModelName name) {
    return MatchingModel.shipped(name.model()).map(model -> new ModelVersion(name, model, null));
  }
}
