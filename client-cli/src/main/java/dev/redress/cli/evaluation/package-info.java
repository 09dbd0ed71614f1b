/** How good the verdicts are, measured on data whose truth is known. */
@NullMarked
package dev.redress.cli.evaluation;

import org.jspecify.annotations.NullMarked;
