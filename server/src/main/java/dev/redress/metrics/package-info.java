/** What the server counts, for Prometheus. */
@NullMarked
package dev.redress.metrics;

import org.jspecify.annotations.NullMarked;
