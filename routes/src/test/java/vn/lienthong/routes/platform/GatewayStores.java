package vn.lienthong.routes.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import org.jdbi.v3.core.ConnectionFactory;
import org.jdbi.v3.core.Jdbi;
import vn.lienthong.gateway.access.Account;
import vn.lienthong.gateway.access.Role;
import vn.lienthong.gateway.jdbc.PostgresAccounts;
import vn.lienthong.gateway.jdbc.PostgresSystems;
import vn.lienthong.routes.GatewayProcess;

/** The stores of a gateway that runs in a process of its own, for tests that set it up or look inside. */
public final class GatewayStores {

    private GatewayStores() {}

    public static Jdbi jdbi(GatewayProcess gateway) {
        return Jdbi.create((ConnectionFactory) () -> open(gateway));
    }

    private static Connection open(GatewayProcess gateway) throws SQLException {
        try {
            return gateway.database();
        } catch (IOException e) {
            throw new SQLException(e);
        }
    }

    /** Somebody who may do everything at the console. */
    public static void addAdministrator(GatewayProcess gateway, String username, String password) {
        new PostgresAccounts(jdbi(gateway), Clock.systemUTC())
                .save(
                        new Account(username, "Người vận hành", Role.ADMINISTRATOR, false, true),
                        AccountWiring.encoder().encode(password));
    }

    /** Systems whose secrets are sealed under that gateway's own master key. */
    public static PostgresSystems systems(GatewayProcess gateway) throws IOException {
        Path key = gateway.data().resolve("secrets").resolve("master.key");
        return new PostgresSystems(
                jdbi(gateway), new MasterKeySecretBox(Files.readString(key).strip()));
    }
}
