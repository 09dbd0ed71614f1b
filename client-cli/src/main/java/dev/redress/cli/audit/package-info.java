/** The commands that prove what happened. */
@NullMarked
package dev.redress.cli.audit;

import org.jspecify.annotations.NullMarked;
