package dev.redress.cli.authority;

import dev.redress.cli.option.EnumChoice;
import dev.redress.v1.AuthorityLimit;

/** The roles as values of an option. */
final class RoleChoice extends EnumChoice<AuthorityLimit.Role> {
  RoleChoice() {
    super(AuthorityLimit.Role.values());
  }
}
