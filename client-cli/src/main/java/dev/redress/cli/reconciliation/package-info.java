/** Runs over labor lines. */
@NullMarked
package dev.redress.cli.reconciliation;

import org.jspecify.annotations.NullMarked;
