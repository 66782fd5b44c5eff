/** The store under what goes wrong: killed processes, full disks, databases that go away. */
@NullMarked
package health.medley.store;

import org.jspecify.annotations.NullMarked;
