/** Commands about who is away, and who stands in. */
@NullMarked
package dev.redress.cli.absence;

import org.jspecify.annotations.NullMarked;
