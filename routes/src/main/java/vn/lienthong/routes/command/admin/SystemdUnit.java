package vn.lienthong.routes.command.admin;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The text of a unit file that runs {@code serve} and gives it no more than it needs.
 *
 * @param command Java, its options, the jar, the command and its arguments
 * @param user who owns the data folder; not root
 * @param named files that settings name, which it reads
 * @param stopSeconds longest a stop may take before systemd kills
 * @param lowPort whether a listener has a port below 1024
 * @param alsoWrite what it writes besides, such as exchange folders; one that is not there when the service starts, as a disk that is
 *     not mounted, does not keep it from starting
 */
record SystemdUnit(
        List<String> command,
        String user,
        Path data,
        List<Path> named,
        long memoryMaxMegabytes,
        long stopSeconds,
        boolean lowPort,
        List<Path> alsoWrite) {

    private static final List<String> HOMES = List.of("/home", "/root", "/run/user");

    /** As systemd reads it: {@code systemd.service(5)}, {@code systemd.exec(5)}. */
    String text() {
        String capabilities = lowPort ? "CAP_NET_BIND_SERVICE" : "";
        return """
            # Written by `admin systemd`; local changes belong into a drop-in: systemctl edit lienthong
            [Unit]
            Description=Liên Thông, cổng văn bản điện tử
            Wants=network-online.target
            After=network-online.target time-sync.target

            [Service]
            # Started when the doors are open; systemd-notify speaks for the process.
            Type=notify
            NotifyAccess=all
            User=%1$s
            Group=%1$s
            ExecStart=%2$s
            Environment=LC_ALL=C.UTF-8
            Restart=on-failure
            RestartSec=5
            SuccessExitStatus=143
            TimeoutStartSec=10min
            # SIGTERM; what was let in is finished, then broker and database are stopped in order. The server of the embedded
            # database is a process of its own and is stopped by the gateway, not by systemd.
            TimeoutStopSec=%3$d
            KillMode=mixed
            LimitNOFILE=65536
            MemoryMax=%4$dM
            TasksMax=4096
            UMask=0077

            NoNewPrivileges=true
            CapabilityBoundingSet=%5$s
            AmbientCapabilities=%5$s
            ProtectSystem=strict
            ReadWritePaths=%6$s
            ProtectHome=%7$s
            PrivateTmp=true
            PrivateDevices=true
            ProtectClock=true
            ProtectControlGroups=true
            ProtectHostname=true
            ProtectKernelLogs=true
            ProtectKernelModules=true
            ProtectKernelTunables=true
            ProtectProc=invisible
            RemoveIPC=true
            RestrictAddressFamilies=AF_INET AF_INET6 AF_UNIX AF_NETLINK
            RestrictNamespaces=true
            RestrictRealtime=true
            RestrictSUIDSGID=true
            LockPersonality=true
            SystemCallArchitectures=native
            SystemCallFilter=@system-service
            SystemCallFilter=~@privileged @resources @obsolete
            SystemCallErrorNumber=EPERM

            [Install]
            WantedBy=multi-user.target
            """
                .formatted(
                        user,
                        command.stream().map(SystemdUnit::quoted).collect(Collectors.joining(" ")),
                        stopSeconds,
                        memoryMaxMegabytes,
                        capabilities,
                        Stream.concat(
                                        Stream.of(data.toString()),
                                        alsoWrite.stream().map(path -> "-" + path))
                                .map(SystemdUnit::quoted)
                                .collect(Collectors.joining(" ")),
                        readsAHome() ? "false" : "true");
    }

    /** A word of a command line: specifiers, variables and quotes lose their meaning. */
    static String quoted(String word) {
        String plain =
                word.replace("%", "%%").replace("$", "$$").replace("\\", "\\\\").replace("\"", "\\\"");
        return plain.matches("[\\p{L}\\p{N}%$_./:=,@+-]+") ? plain : '"' + plain + '"';
    }

    /** A JDK or a jar in a home would be hidden from the service as much as the data. */
    private boolean readsAHome() {
        return Stream.of(Stream.of(data), named.stream(), alsoWrite.stream(), ofTheCommand())
                .flatMap(paths -> paths)
                .anyMatch(SystemdUnit::isInAHome);
    }

    private Stream<Path> ofTheCommand() {
        return command.stream()
                .map(word -> word.substring(word.indexOf('=') + 1))
                .filter(word -> word.startsWith("/"))
                .map(Path::of);
    }

    static boolean isInAHome(Path path) {
        return HOMES.stream().anyMatch(path.normalize()::startsWith);
    }
}
