package dev.redress.access;

import dev.redress.identity.Actor;
import dev.redress.identity.ProviderName;

/** Notes who reads what should not be read in secret: statements, documents, reports, briefs. */
@FunctionalInterface
public interface ReadLog {

  /**
   * Notes it, before the answer leaves.
   *
   * @param resource what was read, by name
   * @param method by which
   */
  void note(ProviderName provider, String resource, String method, Actor actor);
}
