package dev.redress.cli.notification;

import dev.redress.cli.connection.Connection;
import dev.redress.cli.session.Session;
import dev.redress.v1.CreateNotificationTargetRequest;
import dev.redress.v1.NotificationServiceGrpc;
import dev.redress.v1.NotificationTarget;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that targets of each kind begin with. */
final class NewTargetOptions {
  @Option(
      names = "--id",
      paramLabel = "ID",
      defaultValue = "",
      description = "the id it gets, lower-case letters, digits and hyphens (default: made up)")
  private String id = "";

  @Option(
      names = "--actions",
      paramLabel = "PATTERN",
      split = ",",
      description = "which events, such as escalation.*,callback.exhausted or * for all")
  private List<String> actions = new ArrayList<>();

  @Option(
      names = "--after",
      paramLabel = "N",
      description = "begin after this sequence, 0 for all (default: with the next event)")
  private @Nullable Long after;

  /** Creates the target. */
  NotificationTarget create(Session session, NotificationTarget.Builder target) {
    CreateNotificationTargetRequest.Builder request =
        CreateNotificationTargetRequest.newBuilder()
            .setParent(session.provider())
            .setNotificationTargetId(id)
            .setNotificationTarget(target.addAllActions(actions))
            .setRequestId(Connection.newRequestId());
    if (after != null) {
      request.setAfterSequence(after);
    }
    return session
        .connection()
        .change(NotificationServiceGrpc.getCreateNotificationTargetMethod(), request.build());
  }
}
