package dev.redress.cli.access;

import com.google.protobuf.Duration;
import com.google.protobuf.Timestamp;
import dev.redress.cli.connection.Connection;
import dev.redress.cli.failure.CommandFailure;
import dev.redress.cli.failure.ExitCode;
import dev.redress.cli.output.Moments;
import dev.redress.cli.output.NewFile;
import dev.redress.cli.session.Lookup;
import dev.redress.cli.session.Session;
import dev.redress.v1.AccessServiceGrpc;
import dev.redress.v1.ApiKey;
import dev.redress.v1.CreateApiKeyRequest;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code redress key create}. */
@Command(
    name = "create",
    description = {
      "Makes a key for a principal. Its secret is told here and never again.",
      "With --out it goes into a new file that only you may read, made for --token-file."
    },
    headerHeading = "Examples:%n",
    header = {
      "  redress key create ann --out ann.key",
      "  redress key create crm --out crm.key --days 90 --replaces KEY --overlap-days 7",
      ""
    })
public final class KeyCreateCommand implements Runnable {
  private static final long SECONDS_A_DAY = 86_400;

  private final Session session;

  @Parameters(paramLabel = "PRINCIPAL", description = "the principal's id or resource name")
  @SuppressWarnings("NullAway.Init") // a required parameter
  private String principal;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "the new file for the secret (default: it is printed)")
  private @Nullable String out;

  @Option(
      names = "--days",
      paramLabel = "N",
      description = "how long the key is taken, 1 to 1826 (default 365)")
  private @Nullable Integer days;

  @Option(
      names = "--replaces",
      paramLabel = "KEY",
      description = "a key of the same principal that ends")
  private @Nullable String replaces;

  @Option(
      names = "--overlap-days",
      paramLabel = "N",
      defaultValue = "0",
      description = "how long the replaced key goes on to be taken, 0 to 90 (default 0)")
  private int overlapDays;

  /** A command of a session. */
  public KeyCreateCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    if (days != null && days < 1) {
      throw new CommandFailure(ExitCode.USAGE, "--days must be 1 or more");
    }
    String name = new Lookup(session).principal(principal);
    if (out != null) {
      // Before the key is made: the secret would be lost with it.
      NewFile.createPrivate(out, "--out");
    }
    CreateApiKeyRequest.Builder request =
        CreateApiKeyRequest.newBuilder()
            .setParent(name)
            .setReplaces(replaces == null ? "" : Keys.name(name, replaces))
            .setOverlap(Duration.newBuilder().setSeconds(overlapDays * SECONDS_A_DAY))
            .setRequestId(Connection.newRequestId());
    if (days != null) {
      request.setApiKey(ApiKey.newBuilder().setExpireTime(end(days)));
    }
    ApiKey made = make(request.build());
    if (out == null) {
      session.output().line(made.getSecret());
    } else {
      NewFile.fill(out, made.getSecret() + "\n");
      session.output().one(made, AccessColumns.KEY);
      session.say("The secret is in " + out + "; use it with --token-file " + out + ".");
    }
  }

  private ApiKey make(CreateApiKeyRequest request) {
    try {
      ApiKey made = session.connection().change(AccessServiceGrpc.getCreateApiKeyMethod(), request);
      if (made.getSecret().isEmpty()) {
        throw new CommandFailure(
            ExitCode.CONFLICT,
            "key "
                + made.getName()
                + " was made, but its secret was lost on the way; revoke it and make another");
      }
      return made;
    } catch (CommandFailure e) {
      if (out != null) {
        NewFile.remove(out);
      }
      throw e;
    }
  }

  private Timestamp end(int daysAhead) {
    return Moments.timestamp(session.clock().instant().plus(daysAhead, ChronoUnit.DAYS));
  }
}
