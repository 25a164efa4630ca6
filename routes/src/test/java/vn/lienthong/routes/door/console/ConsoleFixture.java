package vn.lienthong.routes.door.console;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.springframework.security.crypto.password.PasswordEncoder;
import vn.lienthong.gateway.access.Account;
import vn.lienthong.gateway.access.Accounts;
import vn.lienthong.gateway.access.Role;
import vn.lienthong.routes.platform.ConsoleListener;
import vn.lienthong.routes.platform.Mode;
import vn.lienthong.routes.platform.Progress;
import vn.lienthong.routes.platform.ReadyCluster;
import vn.lienthong.routes.platform.RunningGateway;

/** A gateway in this process with sample documents and one account for each role; the password is the same for all. */
final class ConsoleFixture implements AutoCloseable {

    static final String PASSWORD = "mat khau rat dai";

    private final RunningGateway gateway;
    final SampleStories stories;

    ConsoleFixture(Path folder) {
        this(folder, Map.of());
    }

    /** @param more settings besides the usual ones of tests */
    ConsoleFixture(Path folder, Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(Map.of(
                "console.port", "0",
                "axis.port", "0",
                "services.port", "0",
                "console.login-failures", "3",
                "database.embedded-binaries",
                        Path.of("target", "postgres").toAbsolutePath().toString()));
        settings.putAll(more);
        ReadyCluster.layInto(folder);
        this.gateway = RunningGateway.start(Mode.DEMO, folder, settings, Progress.silent());
        this.stories = new SampleStories(gateway);
        String hash = gateway.part(PasswordEncoder.class).encode(PASSWORD);
        for (Role role : Role.values()) {
            save(role, hash, true);
        }
    }

    /** The account of a role is named after it, in lower case. */
    static String username(Role role) {
        return role.name().toLowerCase(java.util.Locale.ROOT);
    }

    /** Another account with the same password. */
    void account(String name, Role role) {
        String hash = gateway.part(Accounts.class).passwordHash(username(role)).orElseThrow();
        gateway.part(Accounts.class).save(new Account(name, "Người " + name, role, true, true), hash);
    }

    void disable(Role role) {
        save(role, gateway.part(Accounts.class).passwordHash(username(role)).orElseThrow(), false);
    }

    String address() {
        return "http://127.0.0.1:" + gateway.part(ConsoleListener.class).port();
    }

    <T> T part(Class<T> type) {
        return gateway.part(type);
    }

    @Override
    public void close() {
        gateway.close();
    }

    private void save(Role role, String hash, boolean enabled) {
        gateway.part(Accounts.class).save(new Account(username(role), "Người " + role, role, true, enabled), hash);
    }
}
