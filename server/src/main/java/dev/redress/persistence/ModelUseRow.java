package dev.redress.persistence;

import dev.redress.identity.ModelName;
import dev.redress.identity.ProviderName;
import dev.redress.reconciliation.ModelUse;
import java.time.Instant;

/** A row of the table model_use. */
record ModelUseRow(String providerId, String modelVersion, Instant updateTime, long version) {

  static ModelUseRow of(ModelUse use) {
    return new ModelUseRow(
        use.model().provider().provider(), use.model().model(), use.updateTime(), use.version());
  }

  ModelUse toUse() {
    return new ModelUse(
        new ModelName(new ProviderName(providerId), modelVersion), updateTime, version);
  }
}
