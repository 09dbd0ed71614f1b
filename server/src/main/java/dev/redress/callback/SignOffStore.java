package dev.redress.callback;

import dev.redress.identity.CallbackName;
import java.util.Optional;

/** Keeps sign-offs; they are added and never changed. */
public interface SignOffStore {

  /** The sign-off of a callback, if there is one. */
  Optional<SignOff> find(CallbackName callback);

  /**
   * Stores a new one.
   *
   * @throws dev.redress.error.RedressException {@code CONCURRENT_CHANGE} when somebody signed the
   *     callback off meanwhile
   */
  void insert(SignOff signOff);
}
