package dev.redress.brief;

import dev.redress.identity.CustomerName;
import dev.redress.identity.DisputeName;
import java.util.List;

/**
 * What is known of a dispute, for one who is about to call.
 *
 * @param person for whom it is written
 * @param heading whom it is for and what it is about, with the customer's own time
 * @param sections one for each topic, in their order
 */
public record Brief(
    DisputeName dispute,
    CustomerName customer,
    String person,
    String heading,
    List<Section> sections) {

  public Brief {
    heading = PlainText.oneLine(heading);
    sections = List.copyOf(sections);
    if (!sections.stream().map(Section::topic).toList().equals(List.of(Topic.values()))) {
      throw new IllegalArgumentException("a brief has a section for each topic, in their order");
    }
  }
}
