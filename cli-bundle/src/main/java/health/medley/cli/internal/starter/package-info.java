/** The rules that an analyst begins with. */
@NullMarked
package health.medley.cli.internal.starter;

import org.jspecify.annotations.NullMarked;
