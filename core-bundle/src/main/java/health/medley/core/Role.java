package health.medley.core;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** The role in which a caller acts. A role is a fixed set of permissions; finer policies belong to the edges. */
public enum Role {
    /** The program that embeds Medley, acting for itself. */
    HOST(EnumSet.allOf(Permission.class)),
    /** A physician or other billing practitioner. */
    PRACTITIONER(EnumSet.of(Permission.READ_CARE, Permission.WRITE_CARE, Permission.READ_BILLING)),
    /** Clinical staff who give and record care. */
    CARE_COORDINATOR(EnumSet.of(Permission.READ_CARE, Permission.WRITE_CARE)),
    /** The person who checks, activates and rolls back rules and closes months. */
    BILLING_ADMINISTRATOR(EnumSet.of(
            Permission.READ_CARE,
            Permission.READ_BILLING,
            Permission.WRITE_BILLING,
            Permission.READ_PLATFORM,
            Permission.ADMINISTER_PLATFORM)),
    /** Somebody who may look at everything and change nothing. */
    AUDITOR(EnumSet.of(Permission.READ_CARE, Permission.READ_BILLING, Permission.READ_PLATFORM));

    private final Set<Permission> permissions;

    Role(Set<Permission> permissions) {
        this.permissions = Collections.unmodifiableSet(permissions);
    }

    /** Whether this role holds {@code permission}. */
    public boolean holds(Permission permission) {
        return permissions.contains(permission);
    }

    /** Every permission of this role; never changes. */
    public Set<Permission> permissions() {
        return permissions;
    }
}
