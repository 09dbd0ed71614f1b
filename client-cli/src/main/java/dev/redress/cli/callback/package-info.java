/** Commands about the calls that must be made. */
@NullMarked
package dev.redress.cli.callback;

import org.jspecify.annotations.NullMarked;
