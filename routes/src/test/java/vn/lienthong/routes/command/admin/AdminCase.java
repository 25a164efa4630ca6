package vn.lienthong.routes.command.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.TestMethodOrder;
import picocli.CommandLine;
import vn.lienthong.gateway.access.RegistrationRequests;
import vn.lienthong.routes.command.RootCommand;
import vn.lienthong.routes.platform.Administration;

/** Commands as an administrator types them, beside a running database; each test has systems and people of its own. */
@TestMethodOrder(MethodOrderer.MethodName.class)
abstract class AdminCase {
    static final String BINARIES =
            "database.embedded-binaries=" + Path.of("target", "postgres").toAbsolutePath();

    final Path folder;
    final Administration running;

    record Outcome(int exit, String out, String err) {}

    /** @param running on the folder {@code data} in the folder */
    AdminCase(Path folder, Administration running) {
        this.folder = folder;
        this.running = running;
    }

    String asked(String operation, String body) {
        RegistrationRequests requests = running.registrationRequests();
        requests.add(new RegistrationRequests.Request(0, running.clock().instant(), "asker", operation, body));
        return String.valueOf(requests.open(500).getLast().id());
    }

    static void refused(Outcome outcome, String... words) {
        assertThat(outcome.exit()).as(outcome.out() + outcome.err()).isEqualTo(1);
        assertThat(outcome.err().strip().lines()).hasSize(1);
        assertThat(outcome.err()).contains(words);
    }

    static String lastLine(Outcome outcome) {
        return outcome.out().strip().lines().reduce((earlier, later) -> later).orElse("");
    }

    /** As in an office of one person. */
    Outcome run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        if (arguments.length > 1) {
            all.addAll(List.of("--set", "console.second-person.required=false"));
        }
        return usual(all.toArray(String[]::new));
    }

    /** With the settings that nobody changed. */
    Outcome usual(String... arguments) {
        List<String> all = new ArrayList<>(List.of("admin"));
        all.addAll(List.of(arguments));
        if (arguments.length > 1) {
            all.addAll(List.of("--data", folder.resolve("data").toString(), "--set", BINARIES));
        }
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line = RootCommand.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        return new Outcome(line.execute(all.toArray(String[]::new)), out.toString(), err.toString());
    }
}
