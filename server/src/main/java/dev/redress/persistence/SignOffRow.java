package dev.redress.persistence;

import dev.redress.callback.Notice;
import dev.redress.callback.NoticeChannel;
import dev.redress.callback.SignOff;
import dev.redress.identity.Actor;
import dev.redress.identity.CallbackName;
import dev.redress.identity.DisputeName;
import dev.redress.identity.ProviderName;
import java.time.Instant;

/** A row of the table callback_sign_off. */
record SignOffRow(
    String providerId,
    String callbackId,
    String disputeId,
    String actor,
    String reason,
    NoticeChannel noticeChannel,
    String noticeText,
    Instant noticeTime,
    Instant createTime) {

  static SignOffRow of(SignOff signOff) {
    return new SignOffRow(
        signOff.callback().provider().provider(),
        signOff.callback().callback(),
        signOff.dispute().dispute(),
        signOff.actor().name(),
        signOff.reason(),
        signOff.notice().channel(),
        signOff.notice().text(),
        signOff.notice().time(),
        signOff.time());
  }

  SignOff toSignOff() {
    ProviderName provider = new ProviderName(providerId);
    return new SignOff(
        new CallbackName(provider, callbackId),
        new DisputeName(provider, disputeId),
        new Actor(actor),
        reason,
        new Notice(noticeChannel, noticeText, noticeTime),
        createTime);
  }
}
