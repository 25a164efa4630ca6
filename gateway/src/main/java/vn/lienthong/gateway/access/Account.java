package vn.lienthong.gateway.access;

import java.util.regex.Pattern;

/**
 * A person who may log in at the console. The password's hash is not part of it: it leaves the store for the login only.
 *
 * @param username 3 to 64 of {@code a-z 0-9 . _ -}, starting with a letter or digit; stands in evidence as {@code USER:…}
 * @param fullName as colleagues know the person, not blank
 * @param demo made by the demo command with a password that everybody knows; {@code serve} refuses to start with one
 * @param enabled whether the person may log in; turning it off ends what is open at the next request
 */
public record Account(String username, String fullName, Role role, boolean demo, boolean enabled) {

    private static final Pattern USERNAME = Pattern.compile("[a-z0-9][a-z0-9._-]{2,63}");

    public Account {
        if (!isUsername(username)) {
            throw new IllegalArgumentException(
                    "username: " + username + " (expected: 3 to 64 of a-z 0-9 . _ - starting with a letter or digit)");
        }
        if (fullName.isBlank()) {
            throw new IllegalArgumentException("fullName: blank (expected: the name of " + username + ")");
        }
    }

    /** Whether the text can name an account. */
    public static boolean isUsername(String text) {
        return USERNAME.matcher(text).matches();
    }
}
