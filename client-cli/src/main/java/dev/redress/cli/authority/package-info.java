/** Who may concede what. */
@NullMarked
package dev.redress.cli.authority;

import org.jspecify.annotations.NullMarked;
