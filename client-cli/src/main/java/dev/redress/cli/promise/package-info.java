/** Commands about what was promised to customers on calls. */
@NullMarked
package dev.redress.cli.promise;

import org.jspecify.annotations.NullMarked;
