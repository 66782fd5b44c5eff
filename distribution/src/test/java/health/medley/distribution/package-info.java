/** Tests of what is handed out: the archives and the artifact for hosts. */
@NullMarked
package health.medley.distribution;

import org.jspecify.annotations.NullMarked;
