/** Notes and evidence of disputes. */
@NullMarked
package dev.redress.cli.attachment;

import org.jspecify.annotations.NullMarked;
