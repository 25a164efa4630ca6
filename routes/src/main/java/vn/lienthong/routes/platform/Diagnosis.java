package vn.lienthong.routes.platform;

/**
 * One thing {@link Doctor} looked at.
 *
 * @param what the thing, in Vietnamese
 * @param found how it is
 * @param todo what to do about it; empty when nothing
 */
public record Diagnosis(State state, String what, String found, String todo) {
    /** Whether a gateway can run with it. */
    public enum State {
        GOOD("tốt", "OK"),
        /** It runs, but someone should look. */
        DOUBTFUL("lưu ý", "WARN"),
        /** It does not run, or not safely. */
        WRONG("SAI", "FAIL");

        private final String word;
        private final String code;

        State(String word, String code) {
            this.word = word;
            this.code = code;
        }

        /** For programs. */
        public String code() {
            return code;
        }

        public String word() {
            return word;
        }
    }

    static Diagnosis good(String what, String found) {
        return new Diagnosis(State.GOOD, what, found, "");
    }

    static Diagnosis doubtful(String what, String found, String todo) {
        return new Diagnosis(State.DOUBTFUL, what, found, todo);
    }

    static Diagnosis wrong(String what, String found, String todo) {
        return new Diagnosis(State.WRONG, what, found, todo);
    }
}
