package dev.redress.cli.access;

import dev.redress.cli.option.EnumChoice;
import dev.redress.v1.Principal;

/** The roles as values of an option. */
final class RoleChoice extends EnumChoice<Principal.Role> {
  RoleChoice() {
    super(Principal.Role.values());
  }
}
