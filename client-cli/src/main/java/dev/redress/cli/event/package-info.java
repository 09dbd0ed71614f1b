/** Commands about what happened. */
@NullMarked
package dev.redress.cli.event;

import org.jspecify.annotations.NullMarked;
