package vn.lienthong.routes.platform;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/**
 * A real PostgreSQL that lives and ends with this process, its data under {@code postgres/cluster} of the data folder.
 * Durable as a server is: what is committed is there after a kill or a power cut. It listens on loopback only and knows its
 * users by password (SCRAM), kept under {@code secrets}. A server that an earlier, killed gateway left running on the same
 * data is stopped first: its open transactions end with it.
 */
public final class EmbeddedDatabase implements AutoCloseable {
    static final String LOOPBACK = "jdbc:postgresql://127.0.0.1:";
    private static final int SPARE_CONNECTIONS = 20;

    private final DatabaseCluster cluster;
    private final DatabaseAddress address;

    private EmbeddedDatabase(DatabaseCluster cluster, DatabaseAddress address) {
        this.cluster = cluster;
        this.address = address;
    }

    /**
     * Starts the server, on the first call making its cluster and the gateway's database.
     *
     * @throws StartRefused when it cannot run, or runs without durability
     */
    public static EmbeddedDatabase start(DataFolder data, DatabaseSettings settings, Progress progress) {
        try {
            DataFolder.makePrivate(data.postgres());
            Path parent = Optional.ofNullable(settings.embeddedBinaries()).orElse(data.postgres());
            DatabasePrograms programs = DatabasePrograms.unpack(parent.toAbsolutePath(), progress);
            DatabaseCluster cluster = new DatabaseCluster(data.postgres(), programs, ServerAccount.find());
            return start(cluster, data.secrets(), settings, progress);
        } catch (IOException | SQLException e) {
            throw new StartRefused("cơ sở dữ liệu nhúng không khởi động được: " + e.getMessage(), e);
        }
    }

    /** Whether an earlier start left a cluster in the folder. */
    public static boolean existsIn(DataFolder data) {
        return DatabaseCluster.existsIn(data.postgres());
    }

    public DatabaseAddress address() {
        return address;
    }

    /** Ends open transactions and stops the server; what is committed is kept. */
    @Override
    public void close() {
        try {
            cluster.stop();
        } catch (IOException e) {
            throw new StartRefused("cơ sở dữ liệu nhúng không dừng được: " + e.getMessage(), e);
        }
    }

    private static EmbeddedDatabase start(
            DatabaseCluster cluster, Path secrets, DatabaseSettings settings, Progress progress)
            throws IOException, SQLException {
        String adminPassword = SecretFile.readOrMake(secrets.resolve("postgres-admin"));
        String ownerPassword = SecretFile.readOrMake(secrets.resolve("postgres"));
        cluster.make(adminPassword, progress);
        cluster.clearTheWay(progress);
        int port = settings.embeddedPort() == 0 ? freePort() : settings.embeddedPort();
        cluster.start(port, settings.poolSize() + SPARE_CONNECTIONS);
        String server = LOOPBACK + port + "/";
        DatabaseAddress administration =
                new DatabaseAddress(server + "postgres", DatabaseCluster.ADMINISTRATOR, adminPassword);
        try (Connection administrator = administration.connect()) {
            Durability.require(administrator);
            GatewayDatabase.ensure(administrator, ownerPassword);
        } catch (SQLException | StartRefused e) {
            cluster.stop();
            throw e;
        }
        return new EmbeddedDatabase(
                cluster, new DatabaseAddress(server + GatewayDatabase.NAME, GatewayDatabase.NAME, ownerPassword));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
