package dev.redress.cli.dispute;

import dev.redress.cli.option.EnumChoice;
import dev.redress.v1.Withdrawal;

/** How a customer said something, as values of an option. */
final class ChannelChoice extends EnumChoice<Withdrawal.Channel> {
  ChannelChoice() {
    super(Withdrawal.Channel.values());
  }
}
