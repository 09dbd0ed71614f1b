/** Retries made safe: the same call twice has one effect and one answer. */
@NullMarked
package dev.redress.idempotency;

import org.jspecify.annotations.NullMarked;
