package dev.redress.cli;

import dev.redress.cli.session.GlobalOptions;
import java.util.Objects;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The top of the tree; alone it prints the help. */
@Command(
    name = "redress",
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    versionProvider = RedressCommand.Version.class,
    headerHeading = "Examples:%n",
    header = {
      "  redress demo",
      "  redress serve",
      "  redress import requests tickets.csv && redress import invoices invoices.csv",
      "  redress reconcile && redress callback list --due today",
      ""
    },
    description =
        "Ties billed labor to logged requests, and sees to it that the customer is called about"
            + " what does not stand.")
final class RedressCommand implements Runnable {
  @Mixin
  @SuppressWarnings("UnusedVariable") // picocli fills it in; the session reads it
  private final GlobalOptions options;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before run()
  private CommandSpec spec;

  RedressCommand(GlobalOptions options) {
    this.options = options;
  }

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  /** What {@code --version} says. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = RedressCommand.class.getPackage().getImplementationVersion();
      return new String[] {"redress " + Objects.requireNonNullElse(version, "(built from source)")};
    }
  }
}
