package dev.redress.cli.access;

import dev.redress.cli.connection.ResourceName;

/** Names of keys. */
final class Keys {
  private Keys() {}

  /** The name of a key of a principal, from its id or its name. */
  static String name(String principal, String text) {
    return ResourceName.isFull(text) ? text : ResourceName.of(principal, "apiKeys", text);
  }
}
