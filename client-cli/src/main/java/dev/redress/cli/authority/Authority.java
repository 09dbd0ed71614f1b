package dev.redress.cli.authority;

import dev.redress.cli.output.Column;
import dev.redress.v1.AuthorityLimit;
import java.util.List;

/** What is shown of a limit. */
final class Authority {
  /** The columns of a list of limits. */
  static final List<Column<AuthorityLimit>> COLUMNS =
      List.of(
          new Column.Text<>("holder", Authority::holder),
          new Column.Amount<>("limit", AuthorityLimit::getLimit));

  private Authority() {}

  /** Whose limit it is, for people. */
  static String holder(AuthorityLimit limit) {
    return switch (limit.getHolderCase()) {
      case ROLE -> limit.getRole().name();
      case PERSON -> limit.getPerson();
      case GOODWILL, HOLDER_NOT_SET -> "goodwill";
    };
  }
}
