package dev.redress.identity;

/** Makes ids for new things. */
@FunctionalInterface
public interface IdSource {

  /** An id that was never given before; a later one sorts after an earlier one. */
  String next();
}
