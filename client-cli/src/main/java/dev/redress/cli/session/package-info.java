/** What every command works with: the global options, the connection and the output. */
@NullMarked
package dev.redress.cli.session;

import org.jspecify.annotations.NullMarked;
