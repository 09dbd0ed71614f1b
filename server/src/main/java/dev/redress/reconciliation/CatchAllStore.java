package dev.redress.reconciliation;

import dev.redress.identity.CustomerName;
import dev.redress.identity.ProviderName;
import dev.redress.identity.RequestName;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Adds up what catch-all requests swallow by the current verdicts. */
public interface CatchAllStore {

  /**
   * Catch-all requests by customer and request, at most so many.
   *
   * @param after the last one seen; absent to begin
   */
  List<CatchAll> list(Scope scope, @Nullable RequestName after, int countMax);

  /**
   * Which lines count.
   *
   * @param customer absent: all of the provider
   * @param from the first day of work; absent: from the first one on
   * @param to the last day of work; absent: up to the last one
   */
  record Scope(
      ProviderName provider,
      @Nullable CustomerName customer,
      @Nullable LocalDate from,
      @Nullable LocalDate to) {

    /** All lines of a provider. */
    public static Scope of(ProviderName provider) {
      return new Scope(provider, null, null, null);
    }
  }
}
