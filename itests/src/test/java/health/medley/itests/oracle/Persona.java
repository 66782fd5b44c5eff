package health.medley.itests.oracle;

import java.util.function.Consumer;

/**
 * A kind of patient that tries one convention.
 *
 * @param name what is tried
 * @param doubtful whether the text leaves the answer open: differences are shown, not failed
 * @param change what makes the plain patient this one
 */
record Persona(String name, boolean doubtful, Consumer<Draft> change) {
    static Persona of(String name, Consumer<Draft> change) {
        return new Persona(name, false, change);
    }

    static Persona doubtful(String name, Consumer<Draft> change) {
        return new Persona(name, true, change);
    }
}
