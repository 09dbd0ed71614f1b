/** Measurements, each with its limit in the same run; programs to be run by hand, not tests. */
@NullMarked
package dev.redress.benchmark;

import org.jspecify.annotations.NullMarked;
