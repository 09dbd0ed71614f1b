/** Commands about what is promised to some customers and not to all. */
@NullMarked
package dev.redress.cli.servicelevel;

import org.jspecify.annotations.NullMarked;
