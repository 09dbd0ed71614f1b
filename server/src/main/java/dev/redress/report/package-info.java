/** What stands out over many lines, disputes and calls: sums for the provider's own people. */
@NullMarked
package dev.redress.report;

import org.jspecify.annotations.NullMarked;
