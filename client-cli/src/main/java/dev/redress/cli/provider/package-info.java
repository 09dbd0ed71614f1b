/** Commands about providers. */
@NullMarked
package dev.redress.cli.provider;

import org.jspecify.annotations.NullMarked;
