/** Commands about disputes, from opening to settlement. */
@NullMarked
package dev.redress.cli.dispute;

import org.jspecify.annotations.NullMarked;
