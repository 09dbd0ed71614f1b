/** Who of a provider is away, and who stands in. */
@NullMarked
package dev.redress.absence;

import org.jspecify.annotations.NullMarked;
