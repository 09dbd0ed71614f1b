/** Runs over lines and requests: who works on what, what was said, what clerks decided. */
@NullMarked
package dev.redress.reconciliation;

import org.jspecify.annotations.NullMarked;
