package dev.redress.persistence;

import java.util.Optional;

/** Statements on {@code callback_sign_off}. */
interface SignOffMapper {
  Optional<SignOffRow> find(String providerId, String callbackId);

  int insert(SignOffRow row);
}
