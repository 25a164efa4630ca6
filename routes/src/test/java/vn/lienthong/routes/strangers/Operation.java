package vn.lienthong.routes.strangers;

import java.util.Locale;

/** One thing that can be asked of a listener; as text, as in the tables: {@code axis POST /sendEdoc}, {@code console GET /login}. */
record Operation(Door door, String method, String path) implements Comparable<Operation> {

    /** Where it is asked. */
    enum Door {
        AXIS,
        REST,
        SOAP,
        PROVINCIAL,
        TOKEN,
        CONSOLE
    }

    static Operation parse(String text) {
        String[] words = text.strip().split("\\s+", -1);
        return new Operation(Door.valueOf(words[0].toUpperCase(Locale.ROOT)), words[1], words[2]);
    }

    /** Systems call at the one listener, people at the other. */
    boolean isForPeople() {
        return door == Door.CONSOLE;
    }

    /** Whether who shows a registered secret is given a token for the other operations. */
    boolean givesTokens() {
        return door == Door.TOKEN || path.equals("/v1/auth/login");
    }

    boolean writes() {
        return !method.equals("GET");
    }

    @Override
    public int compareTo(Operation other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return door.name().toLowerCase(Locale.ROOT) + " " + method + " " + path;
    }
}
