package vn.lienthong.routes.strangers;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A system that comes where it has no business. */
enum Stranger {
    NOTHING_SHOWN(true),
    UNREGISTERED(true),
    WRONG_SECRET(true),
    DISABLED(true),
    OUT_OF_TIME(true),
    TAMPERED(true),
    NO_ALGORITHM(true),
    OF_ANOTHER_GATEWAY(true),
    SECRET_OF_BEFORE(true),
    FROM_ELSEWHERE(true),
    WITHOUT_ITS_CERTIFICATE(true),
    WITH_ANOTHER_CERTIFICATE(true),
    NOBODYS_CERTIFICATE(true),
    BROWSER_OF_ANOTHER_SITE(true),
    OTHER(false),
    SUPERIOR(false),
    BELOW(false),
    PEER(false),
    ENDED(false),
    COMING(false),
    NOTHING_MANDATED(false),
    ONLY_SEND(false),
    ONLY_COLLECT(false),
    ONLY_STATUS(false);

    /** The column of all who are not let in: they hear one and the same. */
    static final String NOT_LET_IN = "not let in";

    private final boolean notLetIn;

    Stranger(boolean notLetIn) {
        this.notLetIn = notLetIn;
    }

    /** The name of its column. */
    String column() {
        return notLetIn ? NOT_LET_IN : name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Whether it shows a secret that is a system's own, and fails by something else. */
    boolean hasTheSecret() {
        return this == OUT_OF_TIME || this == TAMPERED;
    }

    /** Whether it says who it is: none of these may tell by the answer what was wrong. */
    boolean isNamed() {
        return switch (this) {
            case UNREGISTERED,
                    WRONG_SECRET,
                    DISABLED,
                    SECRET_OF_BEFORE,
                    FROM_ELSEWHERE,
                    WITHOUT_ITS_CERTIFICATE,
                    WITH_ANOTHER_CERTIFICATE -> true;
            default -> false;
        };
    }

    static List<Stranger> of(String column) {
        return Arrays.stream(values())
                .filter(stranger -> stranger.column().equals(column))
                .toList();
    }
}
