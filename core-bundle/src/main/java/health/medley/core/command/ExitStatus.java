package health.medley.core.command;

/** How a command ended; its {@link #code()} is the process's exit code. */
public enum ExitStatus {
    /** Done. */
    DONE(0),
    /** The answer is "no": a case failed, a bundle was refused. */
    NO(1),
    /** The words of the command are wrong. */
    WORDS_WRONG(2),
    /** The input is wrong; what was good was still done. */
    INPUT_WRONG(3),
    /** The platform failed. */
    PLATFORM_FAILED(4);

    private final int code;

    ExitStatus(int code) {
        this.code = code;
    }

    /** The process's exit code. */
    public int code() {
        return code;
    }
}
