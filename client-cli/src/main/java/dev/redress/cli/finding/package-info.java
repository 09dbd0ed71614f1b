/** Commands about what is wrong with labor lines. */
@NullMarked
package dev.redress.cli.finding;

import org.jspecify.annotations.NullMarked;
