/** {@code redress report}: what stands out over many lines. */
@NullMarked
package dev.redress.cli.report;

import org.jspecify.annotations.NullMarked;
