package dev.redress.persistence;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import dev.redress.matching.FitReport;
import dev.redress.matching.MatchingModel;
import dev.redress.matching.ModelNumbers;
import java.util.HashMap;
import java.util.Map;

/**
 * Models and how they came about as JSON, at most {@value #LENGTH_MAX} characters each. Numbers
 * come back exactly as they were.
 */
final class ModelJson {
  /** As much as a column holds. */
  private static final int LENGTH_MAX = 32_672;

  private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

  private ModelJson() {}

  /** The numbers of a model by their names. */
  static String write(MatchingModel model) {
    JsonObject json = new JsonObject();
    ModelNumbers.of(model).forEach(json::addProperty);
    return checked(GSON.toJson(json));
  }

  /**
   * The model with these numbers.
   *
   * @throws IllegalArgumentException when it is not JSON, or as {@link ModelNumbers#toModel}
   */
  static MatchingModel readModel(String version, String text) {
    Map<String, Double> numbers = new HashMap<>();
    try {
      for (Map.Entry<String, JsonElement> each : GSON.fromJson(text, JsonObject.class).entrySet()) {
        numbers.put(each.getKey(), each.getValue().getAsDouble());
      }
    } catch (JsonParseException | UnsupportedOperationException | NumberFormatException e) {
      throw new IllegalArgumentException("model " + version + " is not an object of numbers", e);
    }
    return ModelNumbers.toModel(version, numbers);
  }

  static String write(FitReport report) {
    return checked(GSON.toJson(report));
  }

  static FitReport readReport(String text) {
    return GSON.fromJson(text, FitReport.class);
  }

  private static String checked(String json) {
    if (json.length() > LENGTH_MAX) {
      throw new IllegalStateException("a model of " + json.length() + " characters is too long");
    }
    return json;
  }
}
