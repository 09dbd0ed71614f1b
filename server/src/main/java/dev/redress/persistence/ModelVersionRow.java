package dev.redress.persistence;

import dev.redress.identity.Actor;
import dev.redress.identity.ModelName;
import dev.redress.identity.ProviderName;
import dev.redress.reconciliation.ModelVersion;
import dev.redress.reconciliation.ModelVersion.Origin;
import java.time.Instant;

/**
 * A row of the table model_version.
 *
 * @param numbers see {@link ModelJson}
 * @param report see {@link ModelJson}
 */
record ModelVersionRow(
    String providerId,
    String modelVersion,
    int ordinal,
    String baseVersion,
    String actor,
    Instant createTime,
    String numbers,
    String report) {

  /** The row of a fitted model. */
  static ModelVersionRow of(ModelVersion version, Origin origin) {
    return new ModelVersionRow(
        version.name().provider().provider(),
        version.name().model(),
        origin.ordinal(),
        origin.baseVersion(),
        origin.actor().name(),
        origin.createTime(),
        ModelJson.write(version.model()),
        ModelJson.write(origin.report()));
  }

  ModelVersion toVersion() {
    return new ModelVersion(
        new ModelName(new ProviderName(providerId), modelVersion),
        ModelJson.readModel(modelVersion, numbers),
        new Origin(
            ordinal, baseVersion, ModelJson.readReport(report), new Actor(actor), createTime));
  }
}
