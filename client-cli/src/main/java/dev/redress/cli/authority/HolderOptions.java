package dev.redress.cli.authority;

import dev.redress.cli.failure.CommandFailure;
import dev.redress.cli.failure.ExitCode;
import dev.redress.v1.AuthorityLimit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Whose limit is meant; exactly one of them. */
final class HolderOptions {
  @Option(
      names = "--role",
      paramLabel = "ROLE",
      converter = RoleChoice.class,
      completionCandidates = RoleChoice.class,
      description = "everybody of a role without a limit of their own: ${COMPLETION-CANDIDATES}")
  private AuthorityLimit.@Nullable Role role;

  @Option(names = "--person", paramLabel = "PERSON", description = "one person")
  private @Nullable String person;

  @Option(names = "--goodwill", description = "nobody: up to here a proposal needs no approval")
  private boolean goodwill;

  /** A limit of this holder, without its amount. */
  AuthorityLimit.Builder toLimit() {
    if ((role == null ? 0 : 1) + (person == null ? 0 : 1) + (goodwill ? 1 : 0) != 1) {
      throw new CommandFailure(
          ExitCode.USAGE, "give one of --role, --person and --goodwill, to say whose limit it is");
    }
    AuthorityLimit.Builder limit = AuthorityLimit.newBuilder();
    if (role != null) {
      limit.setRole(role);
    } else if (person != null) {
      limit.setPerson(person);
    } else {
      limit.setGoodwill(true);
    }
    return limit;
  }
}
