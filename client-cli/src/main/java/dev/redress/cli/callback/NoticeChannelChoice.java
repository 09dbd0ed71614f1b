package dev.redress.cli.callback;

import dev.redress.cli.option.EnumChoice;
import dev.redress.v1.Notice;

/** How a customer is written to, as values of an option. */
final class NoticeChannelChoice extends EnumChoice<Notice.Channel> {
  NoticeChannelChoice() {
    super(Notice.Channel.values());
  }
}
