package vn.lienthong.routes.command.admin;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import vn.lienthong.gateway.access.Role;

/** Roles as an administrator writes them: in lower case. */
final class RoleName {
    private RoleName() {}

    /** @throws CommandRefused naming the roles there are */
    static Role read(String text) {
        return Arrays.stream(Role.values())
                .filter(role -> role.name().equals(text.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new CommandRefused("--role: " + text + " (expected: "
                        + Arrays.stream(Role.values()).map(RoleName::of).collect(Collectors.joining(", "))
                        + ")"));
    }

    static String of(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }
}
