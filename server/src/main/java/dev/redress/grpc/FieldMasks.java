package dev.redress.grpc;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.FieldMask;
import com.google.protobuf.Message;
import com.google.protobuf.util.FieldMaskUtil;
import dev.redress.error.RedressException;
import java.util.List;
import java.util.Set;

/** Partial updates (AIP-134): the fields of a mask replace those of the stored resource. */
final class FieldMasks {
  private static final FieldMaskUtil.MergeOptions REPLACE =
      new FieldMaskUtil.MergeOptions()
          .setReplaceMessageFields(true)
          .setReplaceRepeatedFields(true)
          .setReplacePrimitiveFields(true);

  private static final String PACKAGE = "redress.v1";

  private FieldMasks() {}

  /**
   * The fields to change.
   *
   * @param mask from the call; without paths: all fields of the resource that are set; {@code *}:
   *     all that can change
   * @param given the resource of the call
   * @param fixed its fields that cannot change; a mask that names one is refused
   * @throws RedressException {@code FIELD_INVALID} for paths that do not exist or cannot change
   */
  static FieldMask of(FieldMask mask, Message given, Set<String> fixed) {
    Field field = new Field("update_mask");
    Descriptor type = given.getDescriptorForType();
    FieldMask.Builder chosen = FieldMask.newBuilder();
    if (mask.getPathsCount() == 0) {
      addSet(given, "", fixed, chosen);
      return chosen.build();
    }
    if (mask.getPathsList().equals(List.of("*"))) {
      type.getFields().stream()
          .map(FieldDescriptor::getName)
          .filter(name -> !fixed.contains(name))
          .forEach(chosen::addPaths);
      return chosen.build();
    }
    for (String path : mask.getPathsList()) {
      if (!FieldMaskUtil.isValid(type, path)) {
        throw field.invalid("there is no field '" + field.text(path, Field.SHORT_MAX) + "'");
      }
      if (fixed.contains(path)) {
        throw field.invalid("'" + path + "' cannot be changed");
      }
      chosen.addPaths(path);
    }
    return chosen.build();
  }

  /** Adds the paths of what is set; in messages of ours, of what is set in them. */
  private static void addSet(
      Message given, String prefix, Set<String> fixed, FieldMask.Builder chosen) {
    given
        .getAllFields()
        .forEach(
            (each, value) -> {
              String path = prefix + each.getName();
              if (fixed.contains(path)) {
                return;
              }
              if (!each.isRepeated()
                  && value instanceof Message inner
                  && inner.getDescriptorForType().getFile().getPackage().equals(PACKAGE)) {
                addSet(inner, path + ".", fixed, chosen);
              } else {
                chosen.addPaths(path);
              }
            });
  }

  /** The stored resource with the masked fields of the given one. */
  @SuppressWarnings("unchecked") // a builder of an M builds an M
  static <M extends Message> M merge(FieldMask mask, M given, M stored) {
    Message.Builder merged = stored.toBuilder();
    FieldMaskUtil.merge(mask, given, merged, REPLACE);
    return (M) merged.build();
  }
}
