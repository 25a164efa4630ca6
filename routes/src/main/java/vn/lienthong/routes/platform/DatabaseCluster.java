package vn.lienthong.routes.platform;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** One PostgreSQL cluster on disk: made once, started and stopped by PostgreSQL's own programs. */
final class DatabaseCluster {
    static final String ADMINISTRATOR = "postgres";
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final Path folder;
    private final Path cluster;
    private final DatabasePrograms programs;
    private final ServerAccount account;
    private final ServerCommand command;

    DatabaseCluster(Path folder, DatabasePrograms programs, ServerAccount account) {
        this.folder = folder;
        this.cluster = folder.resolve("cluster");
        this.programs = programs;
        this.account = account;
        this.command = new ServerCommand(account, folder);
    }

    static boolean existsIn(Path folder) {
        return Files.exists(folder.resolve("cluster").resolve("PG_VERSION"));
    }

    /** Makes the cluster where there is none. It is made beside its place and moved there: a start that is cut short leaves no half. */
    void make(String administratorPassword, Progress progress) throws IOException {
        if (existsIn(folder)) {
            requireVersion();
            return;
        }
        progress.say("tạo cơ sở dữ liệu (chỉ lần đầu)…");
        Path fresh = folder.resolve("cluster.new");
        FolderTree.delete(fresh);
        Path password = folder.resolve("initdb-password");
        Files.deleteIfExists(password);
        Files.createFile(password, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(password, administratorPassword, StandardCharsets.US_ASCII);
        account.own(folder);
        command.run(
                "initdb",
                LIMIT,
                List.of(
                        programs.program("initdb").toString(),
                        "--pgdata=" + fresh,
                        "--username=" + ADMINISTRATOR,
                        "--auth=scram-sha-256",
                        "--pwfile=" + password,
                        "--encoding=UTF8",
                        "--locale=C",
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8",
                        "--data-checksums"));
        Files.delete(password);
        Files.move(fresh, cluster, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Stops a server that a killed gateway left. We hold the data folder's lock, so no living gateway owns it. */
    void clearTheWay(Progress progress) throws IOException {
        Optional<Postmaster> mark = Postmaster.of(cluster);
        if (mark.isEmpty()) {
            return;
        }
        if (mark.get().process().isPresent()) {
            progress.say("dừng máy chủ cơ sở dữ liệu còn lại từ lần chạy trước…");
            stop();
        } else {
            Files.delete(cluster.resolve("postmaster.pid"));
        }
    }

    void start(int port, int connections) throws IOException {
        ClusterFiles.write(cluster, port, connections);
        account.own(folder);
        command.run("PostgreSQL", LIMIT, control("start", "--log=" + folder.resolve("start.log")));
    }

    void stop() throws IOException {
        if (Postmaster.of(cluster).flatMap(Postmaster::process).isPresent()) {
            command.run("PostgreSQL (dừng)", LIMIT, control("stop", "--mode=fast"));
        }
    }

    private List<String> control(String action, String option) {
        return List.of(
                programs.program("pg_ctl").toString(),
                action,
                "--pgdata=" + cluster,
                "--wait",
                "--timeout=" + LIMIT.toSeconds(),
                option);
    }

    private void requireVersion() throws IOException {
        String found = Files.readString(cluster.resolve("PG_VERSION"), StandardCharsets.US_ASCII)
                .strip();
        String ours = DatabasePrograms.VERSION.substring(0, DatabasePrograms.VERSION.indexOf('.'));
        if (!found.equals(ours)) {
            throw new StartRefused("dữ liệu trong " + cluster + " thuộc PostgreSQL " + found + " (expected: " + ours
                    + "): nâng cấp bằng pg_upgrade, hoặc chạy phiên bản liên thông cũ");
        }
    }
}
