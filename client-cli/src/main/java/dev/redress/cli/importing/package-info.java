/** Files into the server. */
@NullMarked
package dev.redress.cli.importing;

import org.jspecify.annotations.NullMarked;
