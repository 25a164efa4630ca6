package vn.lienthong.routes.command.conformance;

/**
 * How a step came out.
 *
 * @param words in Vietnamese, what was seen and what should have been
 */
record Verdict(boolean passed, String words) {
    static Verdict pass(String words) {
        return new Verdict(true, words);
    }

    static Verdict fail(String words) {
        return new Verdict(false, words);
    }
}
