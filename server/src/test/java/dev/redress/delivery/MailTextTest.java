package dev.redress.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.redress.escalation.DutyKind;
import dev.redress.notification.Channel.Mail;
import dev.redress.notification.NotificationTarget;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class MailTextTest {
  private static final NotificationTarget DESK = Sent.target(new Mail(List.of("mia@example.com")));

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # what is late | subject
          CALLBACK       | [Redress] A call is waiting for Bo: VARN, due 2026-11-20T09:00:00Z, level 3
          RESPONSE       | [Redress] An answer is waiting for Bo: VARN, due 2026-11-20T09:00:00Z, level 3
          RESOLUTION     | [Redress] A dispute is waiting for Bo: VARN, due 2026-11-20T09:00:00Z, level 3
          PROMISE        | [Redress] A promise is waiting for Bo: VARN, due 2026-11-20T09:00:00Z, level 3
          HANDOFF        | [Redress] A handoff is waiting for Bo: VARN, due 2026-11-20T09:00:00Z, level 3
          # of a newer server
          TASK           | [Redress] escalation.fired: providers/acme/escalations/e1
          """)
  void subject_saysWhatWaitsForWhom(String kind, String subject) {
    assertThat(text(kind).subject()).isEqualTo(subject);
  }

  @ParameterizedTest
  @EnumSource
  void subject_knowsEveryDuty(DutyKind kind) {
    assertThat(text(kind.name()).subject()).contains("is waiting for Bo");
  }

  @Test
  void subject_ofOtherEventsIsWhatWasDoneToWhat() {
    assertThat(MailText.of(DESK, Sent.event("dispute.opened", "", Map.of())).subject())
        .isEqualTo("[Redress] dispute.opened: providers/acme/escalations/e1");
  }

  @Test
  void body_hasAFactOnEachLineAndSaysHowToStopIt() {
    assertThat(
            MailText.of(DESK, Sent.event("dispute.opened", "too\tlong", Map.of("empty", "")))
                .body())
        .isEqualTo(
            """
            dispute.opened: providers/acme/escalations/e1

            what: dispute.opened
            when: 2026-11-20T10:00:00Z
            who: mia
            resource: providers/acme/escalations/e1
            reason: too long

            Event 17 of providers/acme, sent to providers/acme/notificationTargets/desk.
            To stop these mails: redress notification pause desk
            """);
  }

  private static MailText text(String kind) {
    return MailText.of(
        DESK,
        Sent.event(
            "escalation.fired",
            "",
            Map.of(
                "customer", "providers/acme/customers/VARN",
                "dueTime", "2026-11-20T09:00:00Z",
                "level", "3",
                "person", "Bo",
                "subjectKind", kind)));
  }
}
