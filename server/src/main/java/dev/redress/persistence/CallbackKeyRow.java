package dev.redress.persistence;

import dev.redress.identity.CallbackName;
import dev.redress.identity.ProviderName;

/** The key of a callback. */
record CallbackKeyRow(String providerId, String callbackId) {

  CallbackName toName() {
    return new CallbackName(new ProviderName(providerId), callbackId);
  }
}
