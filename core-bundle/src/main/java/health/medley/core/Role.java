package health.medley.core;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** The role in which a caller acts. A role is a fixed set of permissions; finer policies belong to the edges. */
public enum Role {
    /** The program that embeds Medley, acting for itself. */
    HOST(EnumSet.allOf(Permission.class)),
    /** Clinical staff who give and record care. */
    CARE_MANAGER(EnumSet.of(Permission.READ_CARE, Permission.WRITE_CARE)),
    /** A physician or other billing practitioner, who alone approves care plans and signs prescriptions. */
    PRACTITIONER(
            EnumSet.of(Permission.READ_CARE, Permission.WRITE_CARE, Permission.APPROVE_CARE, Permission.READ_BILLING)),
    /** The person who reviews, closes and corrects months. */
    BILLER(EnumSet.of(
            Permission.READ_CARE, Permission.READ_BILLING, Permission.WRITE_BILLING, Permission.READ_PLATFORM)),
    /** The person who runs the platform for a practice: accounts, rules, bundles, backups; approves no care. */
    ADMINISTRATOR(EnumSet.complementOf(EnumSet.of(Permission.APPROVE_CARE))),
    /** Somebody who may look at everything and change nothing. */
    AUDITOR(EnumSet.of(Permission.READ_CARE, Permission.READ_BILLING, Permission.READ_PLATFORM, Permission.READ_AUDIT));

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
