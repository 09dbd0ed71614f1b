/** The check that what must be true at all times is true of the live data. */
@NullMarked
package dev.redress.invariant;

import org.jspecify.annotations.NullMarked;
