package dev.redress.matching;

import dev.redress.matching.MatchingModel.ComponentModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What part of the customer's estate a technician works on: one has the printers, another the
 * network. Learned from what the other signals say of the customer's own lines, against how often
 * requests are about that part.
 */
final class ComponentAffinity {
  /** Trackers list several components in one field. */
  private static final Pattern SEPARATOR = Pattern.compile("[|,;]");

  private final ComponentModel model;
  private final int[][] components;
  private final double[] frequencies;
  private final Map<PersonName, double[]> learned = new HashMap<>();
  private final Map<PersonName, double[]> bits = new HashMap<>();

  ComponentAffinity(ComponentModel model, RequestBook book) {
    this.model = model;
    Map<String, Integer> numbers = new HashMap<>();
    components = new int[book.size()][];
    List<Integer> counts = new ArrayList<>();
    int filled = 0;
    for (int request = 0; request < components.length; request++) {
      components[request] = numbers(book.request(request).component(), numbers);
      filled += components[request].length > 0 ? 1 : 0;
      for (int component : components[request]) {
        if (component == counts.size()) {
          counts.add(0);
        }
        counts.set(component, counts.get(component) + 1);
      }
    }
    frequencies = new double[counts.size()];
    for (int component = 0; component < frequencies.length; component++) {
      frequencies[component] = (double) counts.get(component) / filled;
    }
  }

  private static int[] numbers(String field, Map<String, Integer> numbers) {
    return Arrays.stream(SEPARATOR.split(field.toLowerCase(Locale.ROOT)))
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .distinct()
        .mapToInt(name -> numbers.computeIfAbsent(name, _ -> numbers.size()))
        .toArray();
  }

  /** Notes what a line of the technician may belong to, judged without this comparison. */
  void learn(PersonName technician, int request, double probability) {
    if (technician.parts().isEmpty() || components[request].length == 0) {
      return;
    }
    double[] seen = learned.computeIfAbsent(technician, _ -> new double[frequencies.length + 1]);
    for (int component : components[request]) {
      seen[component] += probability;
    }
    seen[frequencies.length] += probability;
  }

  /** Ends learning; from now on {@link #bits} uses it. */
  void applyLearned() {
    bits.clear();
  }

  /**
   * The bits of a request for a technician, the mean of its components'; zero where it has none or
   * nothing was learned.
   */
  double bits(PersonName technician, int request) {
    int[] own = components[request];
    if (own.length == 0) {
      return 0;
    }
    double[] byComponent = bits.computeIfAbsent(technician, this::allBits);
    double sum = 0;
    for (int component : own) {
      sum += byComponent[component];
    }
    return sum / own.length;
  }

  private double[] allBits(PersonName technician) {
    double[] result = new double[frequencies.length];
    double[] seen = learned.get(technician);
    if (seen != null) {
      for (int component = 0; component < result.length; component++) {
        double share =
            (seen[component] + model.priorLines() * frequencies[component])
                / (seen[frequencies.length] + model.priorLines());
        result[component] = model.weight() * Bits.ratio(share, frequencies[component]);
      }
    }
    return result;
  }
}
