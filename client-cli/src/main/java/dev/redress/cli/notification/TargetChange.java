package dev.redress.cli.notification;

import com.google.protobuf.FieldMask;
import dev.redress.cli.connection.Connection;
import dev.redress.cli.session.Lookup;
import dev.redress.cli.session.Session;
import dev.redress.v1.NotificationServiceGrpc;
import dev.redress.v1.NotificationTarget;
import dev.redress.v1.UpdateNotificationTargetRequest;

/** A change of one field of a target. */
final class TargetChange {
  private TargetChange() {}

  /** Sets the field of this path to what it is in {@code wanted}. */
  static NotificationTarget of(
      Session session, String target, String path, NotificationTarget.Builder wanted) {
    return session
        .connection()
        .change(
            NotificationServiceGrpc.getUpdateNotificationTargetMethod(),
            UpdateNotificationTargetRequest.newBuilder()
                .setNotificationTarget(
                    wanted.setName(new Lookup(session).notificationTarget(target)))
                .setUpdateMask(FieldMask.newBuilder().addPaths(path))
                .setRequestId(Connection.newRequestId())
                .build());
  }
}
