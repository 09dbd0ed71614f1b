package dev.redress.cli.notification;

import dev.redress.cli.output.Column;
import dev.redress.v1.DeadLetter;
import dev.redress.v1.NotificationTarget;
import java.util.ArrayList;
import java.util.List;

/** What is shown of notification targets and dead letters. */
final class NotificationColumns {
  private static final List<Column<NotificationTarget>> LIST =
      List.of(
          new Column.Name<>("target", NotificationTarget::getName),
          new Column.State<>("state", NotificationTarget::getState),
          new Column.Text<>("to", NotificationColumns::to),
          new Column.Text<>("actions", it -> String.join(" ", it.getActionsList())),
          new Column.Numeric<>("sequence", it -> Long.toString(it.getSequence())),
          new Column.Numeric<>("waiting", it -> Integer.toString(it.getWaitingCount())),
          new Column.Numeric<>("dead", it -> Integer.toString(it.getDeadLetterCount())),
          new Column.Moment<>("failed", NotificationTarget::getLastErrorTime),
          new Column.Text<>("error", NotificationTarget::getLastError));

  private static final List<Column<DeadLetter>> DEAD_LETTERS =
      List.of(
          new Column.Numeric<>("sequence", it -> Long.toString(it.getSequence())),
          new Column.Numeric<>("tries", it -> Integer.toString(it.getTryCount())),
          new Column.Moment<>("set_aside", DeadLetter::getCreateTime),
          new Column.Moment<>("tried", DeadLetter::getUpdateTime),
          new Column.Text<>("error", DeadLetter::getLastError));

  private NotificationColumns() {}

  /** The columns of lists. */
  static List<Column<NotificationTarget>> list() {
    return LIST;
  }

  /** The columns of a single target: all there is to know. */
  static List<Column<NotificationTarget>> one() {
    List<Column<NotificationTarget>> columns = new ArrayList<>(LIST);
    columns.add(new Column.Text<>("paused_because", NotificationTarget::getPauseReason));
    columns.add(
        new Column.Moment<>("old_secret_until", it -> it.getWebhook().getPreviousSecretEndTime()));
    columns.add(new Column.Moment<>("created", NotificationTarget::getCreateTime));
    columns.add(new Column.Moment<>("updated", NotificationTarget::getUpdateTime));
    return columns;
  }

  /** The same with the secret, for the one time that it is shown. */
  static List<Column<NotificationTarget>> withSecret() {
    List<Column<NotificationTarget>> columns = new ArrayList<>(one());
    columns.add(new Column.Text<>("secret", it -> it.getWebhook().getSecret()));
    return columns;
  }

  /** The columns of dead letters. */
  static List<Column<DeadLetter>> deadLetters() {
    return DEAD_LETTERS;
  }

  private static String to(NotificationTarget target) {
    return target.hasWebhook()
        ? target.getWebhook().getUrl()
        : String.join(" ", target.getMail().getAddressesList());
  }
}
