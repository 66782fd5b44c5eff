package health.medley.core;

/** Who can mend an error. */
public enum ErrorKind {
    /** The one who asked: the question or its input is wrong. */
    USER,
    /** The maker of a bundle or rule set. */
    PLUGIN,
    /** The makers of Medley. */
    INTERNAL,
    /** The operator: memory, disk, a service that is not there. */
    RESOURCE
}
