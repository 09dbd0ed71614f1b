package dev.redress.reconciliation;

import dev.redress.identity.Actor;
import dev.redress.identity.ModelName;
import dev.redress.matching.FitReport;
import dev.redress.matching.MatchingModel;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A model by its name; never changed.
 *
 * @param model its version is the last part of the name
 * @param origin how it came about; absent for those that ship
 */
public record ModelVersion(ModelName name, MatchingModel model, @Nullable Origin origin) {

  public ModelVersion {
    if (!model.version().equals(name.model())) {
      throw new IllegalArgumentException(name + " cannot name the model " + model.version());
    }
  }

  /** The place among the provider's versions: 0 for those that ship, then 1, 2, 3 and so on. */
  public int ordinal() {
    return origin == null ? 0 : origin.ordinal();
  }

  /**
   * How a model was fitted.
   *
   * @param ordinal 1 for the first of the provider
   * @param baseVersion the shipped version that it was fitted from
   * @param actor who asked for it
   */
  public record Origin(
      int ordinal, String baseVersion, FitReport report, Actor actor, Instant createTime) {}
}
