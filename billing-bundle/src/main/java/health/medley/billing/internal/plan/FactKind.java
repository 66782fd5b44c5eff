package health.medley.billing.internal.plan;

/** What kind of value a fact has, and so how its text becomes a number. */
public enum FactKind {
    /** Whole things counted. */
    COUNT,
    /** Yes or no: {@code Y} or {@code N}; 1 or 0. */
    FLAG,
    /** A day, {@code YYYY-MM-DD}; the day's number since 1970-01-01. */
    DATE,
    /** An amount of time; whole seconds. */
    TIME,
    /** One of any words; its number in the plan. */
    WORD,
    /** One of the fact's own words, in their order; its place among them. */
    LEVEL,
    /** Codes with who bills them; only the plan's groups of codes are numbers. */
    CODES,
    /** Text of which only its presence counts; 1. */
    TEXT
}
