/** What a test tells the providers in its container to do when they are called. */
@NullMarked
package health.medley.switchboard.signals;

import org.jspecify.annotations.NullMarked;
