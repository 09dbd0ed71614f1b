/** Documents for the systems of others: what they need to be told, and where they go. */
@NullMarked
package dev.redress.cli.envelope;

import org.jspecify.annotations.NullMarked;
