package vn.lienthong.routes.platform;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The embedded server's own configuration: written anew at each start, so that what is here is what runs. */
final class ClusterFiles {
    private static final String DOORS =
            """
            # Written by the gateway at each start; changes here do not last.
            host all all 127.0.0.1/32 scram-sha-256
            """;

    private ClusterFiles() {}

    static void write(Path cluster, int port, int connections) throws IOException {
        Files.writeString(cluster.resolve("postgresql.conf"), settings(port, connections), StandardCharsets.UTF_8);
        Files.writeString(cluster.resolve("pg_hba.conf"), DOORS, StandardCharsets.UTF_8);
        // ALTER SYSTEM would outrank the file above, fsync included.
        Files.deleteIfExists(cluster.resolve("postgresql.auto.conf"));
    }

    private static String settings(int port, int connections) {
        return """
            # Written by the gateway at each start; changes here do not last.
            listen_addresses = '127.0.0.1'
            port = %d
            unix_socket_directories = ''
            max_connections = %d
            password_encryption = 'scram-sha-256'

            # What is committed is on disk.
            fsync = on
            synchronous_commit = on
            full_page_writes = on
            wal_level = replica
            max_wal_size = '1GB'

            # One gateway on a machine it shares.
            shared_buffers = '128MB'
            effective_cache_size = '512MB'
            work_mem = '8MB'
            maintenance_work_mem = '64MB'
            max_parallel_workers_per_gather = 0
            jit = off

            # A connection whose gateway is gone lets go of its locks.
            client_connection_check_interval = '5s'
            tcp_keepalives_idle = 30

            # A week of logs, one file a day of the week.
            logging_collector = on
            log_directory = '../log'
            log_filename = 'postgres-%%a.log'
            log_truncate_on_rotation = on
            log_rotation_age = '1d'
            log_rotation_size = 0
            timezone = 'UTC'
            log_timezone = 'UTC'
            lc_messages = 'C'
            """
                .formatted(port, connections);
    }
}
