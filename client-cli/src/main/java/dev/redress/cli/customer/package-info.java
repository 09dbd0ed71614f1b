/** Commands about customers. */
@NullMarked
package dev.redress.cli.customer;

import org.jspecify.annotations.NullMarked;
