package dev.redress.cli.provider;

import dev.redress.cli.connection.ResourceName;
import dev.redress.cli.session.Session;
import dev.redress.v1.GetProviderRequest;
import dev.redress.v1.ProviderServiceGrpc;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * {@code redress provider show}.
 *
 * <p>Shows the rules in force, defaults included, as the server fills them in.
 */
@Command(
    name = "show",
    description = "Shows a provider and the rules it works by.",
    headerHeading = "Examples:%n",
    header = {"  redress provider show", "  redress provider show acme -o json", ""})
public final class ProviderShowCommand implements Runnable {
  private final Session session;

  @Parameters(
      arity = "0..1",
      paramLabel = "PROVIDER",
      description = "the provider's id (default: the one of --provider)")
  private @Nullable String provider;

  /** A command of a session. */
  public ProviderShowCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    session
        .output()
        .one(
            session
                .connection()
                .read(
                    ProviderServiceGrpc.getGetProviderMethod(),
                    GetProviderRequest.newBuilder().setName(name()).build()),
            ProviderColumns.one());
  }

  private String name() {
    if (provider == null) {
      return session.provider();
    }
    return ResourceName.isFull(provider) ? provider : "providers/" + provider;
  }
}
