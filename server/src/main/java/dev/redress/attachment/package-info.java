/** Notes and evidence of disputes. */
@NullMarked
package dev.redress.attachment;

import org.jspecify.annotations.NullMarked;
