package dev.redress.grpc;

import dev.redress.brief.Brief;
import dev.redress.brief.BriefText;

/** Conversion of briefs. */
final class BriefProtos {
  private BriefProtos() {}

  /** For the wire, with the page as text. */
  static dev.redress.v1.Brief toProto(Brief brief) {
    dev.redress.v1.Brief.Builder proto =
        dev.redress.v1.Brief.newBuilder()
            .setDispute(brief.dispute().toString())
            .setCustomer(brief.customer().toString())
            .setPerson(brief.person())
            .setHeading(brief.heading())
            .setText(BriefText.of(brief));
    brief
        .sections()
        .forEach(
            section ->
                proto
                    .addSectionsBuilder()
                    .setTopic(Constants.toProto(section.topic(), dev.redress.v1.Brief.Topic.class))
                    .setTitle(section.topic().title())
                    .addAllSentences(section.sentences()));
    return proto.build();
  }
}
