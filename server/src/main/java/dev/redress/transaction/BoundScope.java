package dev.redress.transaction;

/** Where the scope of a thread stands, so that only {@link ProviderScope} can set it. */
final class BoundScope {
  static final ScopedValue<ProviderScope> CURRENT = ScopedValue.newInstance();

  private BoundScope() {}
}
