/** Commands about what customers agreed to. */
@NullMarked
package dev.redress.cli.agreement;

import org.jspecify.annotations.NullMarked;
