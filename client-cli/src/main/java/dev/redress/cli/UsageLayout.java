package dev.redress.cli;

import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.UsageMessageSpec;

/**
 * How help is laid out: examples first (the header of a command holds them), then the usage, what
 * the command does, its options with the global ones last, and the commands below it.
 */
final class UsageLayout {
  private static final int NAME_WIDTH = 22;

  private UsageLayout() {}

  /** Lays out the help of a command and of all commands below it. */
  static void apply(CommandLine command) {
    UsageMessageSpec usage = command.getCommandSpec().usageMessage();
    usage.sortOptions(false);
    usage.sortSynopsis(false);
    usage.abbreviateSynopsis(!command.getSubcommands().isEmpty());
    command
        .getHelpSectionMap()
        .put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST, UsageLayout::commands);
    usage.commandListHeading("%nCommands:%n");
    usage.optionListHeading("%nOptions:%n");
    usage.parameterListHeading("%n");
    usage.descriptionHeading("%n");
    command.getSubcommands().values().forEach(UsageLayout::apply);
  }

  /** The commands with what each does; picocli would take the first line of the header for it. */
  private static String commands(Help help) {
    StringBuilder list = new StringBuilder();
    for (Map.Entry<String, Help> entry : help.subcommands().entrySet()) {
      String[] description = entry.getValue().commandSpec().usageMessage().description();
      String name = entry.getKey();
      list.append("  ").append(name).append(" ".repeat(Math.max(1, NAME_WIDTH - name.length())));
      list.append(description.length == 0 ? "" : summary(description[0]));
      list.append(System.lineSeparator());
    }
    return list.toString();
  }

  /** What a command does, without what follows a semicolon. */
  private static String summary(String description) {
    int semicolon = description.indexOf(';');
    return semicolon < 0 ? description : description.substring(0, semicolon) + ".";
  }
}
