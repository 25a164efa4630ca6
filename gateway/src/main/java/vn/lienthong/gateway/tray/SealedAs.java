package vn.lienthong.gateway.tray;

/** What an agency's seal says of a file of a draft: once number, symbol or the file's place are others, it says what is wrong. */
public final class SealedAs {

    private static final String MAIN = "SEAL";

    private SealedAs() {}

    /** What it would say today. */
    static String of(Draft draft, int number) {
        return number == 0 ? MAIN : "ANNEX " + document(draft);
    }

    /** Whether the seal on a file still says what is so; true where there is none. */
    public static boolean fits(Draft draft, int number) {
        DraftFile file = draft.files().get(number);
        return file.before().isEmpty() || file.sealedAs().equals(of(draft, number));
    }

    /** Whether every seal does. */
    static boolean fits(Draft draft) {
        for (int i = 0; i < draft.files().size(); i++) {
            if (!fits(draft, i)) {
                return false;
            }
        }
        return true;
    }

    /** How an annex names its document. */
    static String document(Draft draft) {
        return draft.fields().number() + "/" + draft.fields().notation();
    }
}
