package dev.redress.persistence;

import dev.redress.privacy.OpenWork;

/** Counts of what is still owed to a customer. */
record OpenWorkRow(long disputes, long callbacks, long promises, long escalations, long runs) {

  OpenWork toOpenWork() {
    return new OpenWork(disputes, callbacks, promises, escalations, runs);
  }
}
