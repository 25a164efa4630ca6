package vn.lienthong.routes.platform;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code lienthong.database}: the PostgreSQL that keeps the record. Without {@code url} the gateway runs its own, under
 * {@code postgres} in the data folder.
 *
 * @param url {@code jdbc:postgresql://…} of an external server
 * @param user its user, who owns the database
 * @param password the user's password
 * @param poolSize connections held open; default 16
 * @param embeddedPort loopback port of the embedded server, 0 takes a free one at each start; default 0
 * @param embeddedBinaries folder where the embedded server's programs are unpacked; default {@code postgres} in the data
 *     folder
 */
public record DatabaseSettings(
        @Nullable String url,
        @Nullable String user,
        @Nullable String password,
        @DefaultValue("16") int poolSize,
        @DefaultValue("0") int embeddedPort,
        @Nullable Path embeddedBinaries) {
    public DatabaseSettings {
        if (url != null && !url.startsWith("jdbc:postgresql:")) {
            throw Setting.refuse("lienthong.database.url", url, "jdbc:postgresql://máy:cổng/tên");
        }
        Setting.together("lienthong.database.url", url, "lienthong.database.user", user);
        Setting.together("lienthong.database.user", user, "lienthong.database.password", password);
        Setting.inRange("lienthong.database.pool-size", poolSize, 2, 500);
        Setting.inRange("lienthong.database.embedded-port", embeddedPort, 0, 65_535);
    }

    /** Where the external server is, or null when the gateway runs its own. */
    public @Nullable DatabaseAddress external() {
        return url == null || user == null || password == null ? null : new DatabaseAddress(url, user, password);
    }

    /** Without the password: records are printed in messages. */
    @Override
    public String toString() {
        return "DatabaseSettings[url=" + url + ", user=" + user + ", poolSize=" + poolSize + "]";
    }
}
