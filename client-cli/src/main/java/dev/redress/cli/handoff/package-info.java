/** Commands about disputes that change hands. */
@NullMarked
package dev.redress.cli.handoff;

import org.jspecify.annotations.NullMarked;
