package vn.lienthong.routes.strangers;

import java.util.Locale;

/** Somebody at the console who has no business with the victim's things. */
enum Person {
    NOBODY,
    ADMINISTRATOR,
    OPERATOR,
    REGISTRAR,
    AUDITOR,
    CLERK,
    CLERK_OF_OTHER,
    CLERK_OF_SUPERIOR,
    CLERK_ENDED,
    CLERK_COMING,
    CLERK_ONLY_SEND,
    CLERK_ONLY_COLLECT,
    CLERK_ONLY_STATUS,
    OFFICER,
    OFFICER_OF_OTHER,
    /** Reads what the victim's clerk has taken; nothing is yet. */
    OFFICER_OF_VICTIM,
    /** Was an operator, and logged in while that was so. */
    DISABLED,
    /** Was an operator, and logged in while that was so; is a clerk now. */
    DEMOTED,
    /** May do it, but another site makes the browser ask. */
    FORGED;

    /** The name of the column. */
    String column() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    static Person of(String column) {
        return valueOf(column.toUpperCase(Locale.ROOT).replace(' ', '_'));
    }
}
