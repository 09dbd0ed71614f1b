package dev.redress.grpc;

import dev.redress.error.RedressException;
import dev.redress.identity.RequestName;
import dev.redress.reconciliation.SplitPart;
import dev.redress.time.Hours;
import dev.redress.v1.SplitLineRequest.Part;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Conversion of the parts of a split line. */
final class SplitProtos {
  private SplitProtos() {}

  /**
   * Parts from the wire.
   *
   * @throws RedressException {@code FIELD_INVALID} for fewer than {@value SplitPart#COUNT_MIN} or
   *     more than {@value SplitPart#COUNT_MAX}, a request named twice, or hours that no part can
   *     have; {@code NAME_INVALID}
   */
  static List<SplitPart> fromProto(Field field, List<Part> protos) {
    List<SplitPart> parts = new ArrayList<>();
    Set<RequestName> seen = new HashSet<>();
    for (Part proto : field.list(protos, SplitPart.COUNT_MIN, SplitPart.COUNT_MAX)) {
      Field part = field.at(parts.size());
      RequestName request = part.child("request").name(RequestName::parse, proto.getRequest());
      if (!seen.add(request)) {
        throw part.child("request").invalid("is in the call twice: " + request);
      }
      Field hours = part.child("hours");
      Hours given = HoursProtos.fromProto(hours, proto.getHours());
      parts.add(hours.checked(() -> new SplitPart(request, given)));
    }
    return parts;
  }
}
