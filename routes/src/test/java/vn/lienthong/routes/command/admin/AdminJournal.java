package vn.lienthong.routes.command.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import vn.lienthong.certsdev.Branch;
import vn.lienthong.certsdev.DevelopmentPki;
import vn.lienthong.certsdev.KeyAlgorithm;
import vn.lienthong.gateway.access.AccessEvents;
import vn.lienthong.routes.command.RootCommand;
import vn.lienthong.routes.platform.Administration;
import vn.lienthong.routes.platform.TrustFolder;

/** Every command that changes access, and exactly what it leaves in the journal. */
abstract class AdminJournal extends AdminCase {

    /** What a command line calls itself, whoever types it. */
    private static final String HERE = Administration.commandLine();

    /** They read, or change no access; how requests were decided stands with the requests. */
    private static final Set<String> CHANGE_NO_ACCESS = Set.of(
            "system list",
            "neighbour list",
            "neighbour test",
            "neighbour agencies",
            "folder list",
            "user list",
            "user mandate list",
            "agencies lookup",
            "trust list",
            "seal list",
            "signer list",
            "signing list",
            "signature list",
            "signature extend",
            "signature export",
            "crl import",
            "requests list",
            "requests approve",
            "requests decline",
            "proposals list",
            "evidence check",
            "evidence certificate",
            "evidence record",
            "receipt",
            "backup",
            "backup check",
            "restore",
            "systemd");

    /** Their lines are asked for where what they need is set up: in the tests of seals, and of two people. */
    private static final Set<String> ELSEWHERE = Set.of(
            "seal add",
            "seal end",
            "seal try",
            "signer add",
            "signer end",
            "signer try",
            "signing end",
            "proposals confirm",
            "proposals refuse");

    private final Set<String> tried = new HashSet<>();

    AdminJournal(Path folder, Administration running) {
        super(folder, running);
    }

    @Test
    void everyCommandThatChangesAccessLeavesItsLine() throws Exception {
        aSystemsLines();
        aNeighboursLines();
        aPersonsLines();
        linesOfWhatEverybodyStandsOn();
        assertThat(commands(RootCommand.commandLine().getSubcommands().get("admin"), ""))
                .isNotEmpty()
                .as("whoever adds a command says here what it leaves")
                .allMatch(command -> CHANGE_NO_ACCESS.contains(command)
                        || ELSEWHERE.contains(command)
                        || tried.stream().anyMatch(typed -> typed.startsWith(command + " ")));
    }

    private void aSystemsLines() {
        leaves("system add nk --name A --agency G22", "SYSTEM_ADDED nk, MANDATE_GRANTED nk ×3");
        leavesNothing("system add nk --name A --agency G22");
        leaves("system secret nk", "SECRET_RENEWED nk");
        leaves("system secret nk --keep-old 2", "SECRET_RENEWED nk");
        leaves("system limit nk --calls-per-minute 5", "SYSTEM_LIMITED nk");
        String issuer = " --set services.issuer.uri=https://sso.example --set services.issuer.audience=cong"
                + " --set services.issuer.jwks=https://sso.example/jwks";
        leaves("system bind-issuer nk --client c1" + issuer, "ISSUER_BOUND nk");
        leaves("system bind-issuer nk --client c1 --remove" + issuer, "ISSUER_UNBOUND nk");
        leaves("mandate grant nk H57 transit", "MANDATE_GRANTED nk");
        leaves("mandate grant nk H57 transit", "");
        leaves("mandate end nk H57 transit", "MANDATE_ENDED nk");
        leavesNothing("mandate end nk H57 transit");
        leaves("folder add nk " + folder.resolve("nk-folder"), "FOLDER_ADDED nk");
        leaves("folder remove nk", "FOLDER_REMOVED nk");
        leaves("system disable nk", "SYSTEM_CHANGED nk, SECRET_RENEWED nk");
        leaves("system secret nk", "SYSTEM_CHANGED nk, SECRET_RENEWED nk");
        leaves("echo on --agency G20", "SYSTEM_ADDED echo-G20, MANDATE_GRANTED echo-G20 ×3");
        leaves("echo off --agency G20", "MANDATE_ENDED echo-G20 ×3, SYSTEM_CHANGED echo-G20, SECRET_RENEWED echo-G20");
        leaves("master-key rotate ", "MASTER_KEY_ROTATED master-key");
    }

    private void aNeighboursLines() throws Exception {
        Path secret = Files.writeString(folder.resolve("nk-secret"), "khoa-bi-mat\n");
        leaves(
                "neighbour add nk.lg --name L --address https://truc.example/XrdAdapter/adapter --as cong --carries H57"
                        + " --secret-file " + secret,
                "SYSTEM_ADDED nk.lg, NEIGHBOUR_KEPT nk.lg, MANDATE_GRANTED nk.lg");
        leaves("neighbour secret nk.lg --secret-file " + secret, "NEIGHBOUR_KEPT nk.lg");
        leaves("neighbour disable nk.lg", "SYSTEM_CHANGED nk.lg, SECRET_RENEWED nk.lg");
        leaves(
                "neighbour secret nk.lg --secret-file " + secret,
                "NEIGHBOUR_KEPT nk.lg, SYSTEM_CHANGED nk.lg, SECRET_RENEWED nk.lg");
        leaves("neighbour disable nk.lg", "SYSTEM_CHANGED nk.lg, SECRET_RENEWED nk.lg");
    }

    private void aPersonsLines() throws Exception {
        Path password = Files.writeString(folder.resolve("nk-password"), "mot mat khau rat dai\n");
        String typed = " --password-file " + password;
        leaves("user add nk.vt --role clerk" + typed, "ACCOUNT_ADDED nk.vt");
        leavesNothing("user add nk.vt --role clerk" + typed);
        leaves("user mandate grant nk.vt H57 collect", "MANDATE_GRANTED nk.vt");
        leaves("user mandate end nk.vt H57 collect", "MANDATE_ENDED nk.vt");
        String oidc = " --set console.oidc.issuer=https://sso.example --set console.oidc.client-id=cong"
                + " --set console.oidc.client-secret-file=" + password;
        leaves("user link nk.vt --subject s1" + oidc, "IDENTITY_LINKED nk.vt");
        leaves("user unlink nk.vt", "IDENTITY_UNLINKED nk.vt");
        leaves("user password nk.vt" + typed, "PASSWORD_CHANGED nk.vt");
        leaves("user reset-factor nk.vt", "FACTOR_RESET nk.vt, INVITED nk.vt");
        leaves("user disable nk.vt", "ACCOUNT_CLOSED nk.vt");
        leaves("invite --user nk.moi --role auditor", "INVITED nk.moi");
    }

    private void linesOfWhatEverybodyStandsOn() throws Exception {
        DevelopmentPki pki = DevelopmentPki.create(new DevelopmentPki.Settings(
                running.clock().instant(), URI.create("http://127.0.0.1:9/pki"), KeyAlgorithm.EC_P256));
        Path root = folder.resolve("nk-root.crt");
        Files.write(root, pki.root(Branch.PUBLIC).getEncoded());
        leaves("trust add public " + root, "DONE_ALONE ADD_TRUST");
        String print = TrustFolder.fingerprint(pki.root(Branch.PUBLIC)).hex();
        leaves("trust remove public " + print, "DONE_ALONE REMOVE_TRUST");
        Path table = Files.writeString(
                folder.resolve("nk.csv"), "code,name,superior_code,from\nH53.66,Sở Nhật ký,H53,2025-07-01\n");
        leaves("agencies import " + table, "");
        leaves("agencies import " + table + " --apply", "DONE_ALONE IMPORT_TABLE");
    }

    /** Runs it as in an office of one person. */
    private void leaves(String command, String lines) {
        assertThat(left(command, 0)).as(command).containsExactlyElementsOf(expanded(lines));
    }

    /** It is refused. */
    private void leavesNothing(String command) {
        assertThat(left(command, 1)).as(command).isEmpty();
    }

    /** Act and subject of each line, in their order. */
    private List<String> left(String command, int exit) {
        long before = newest().map(AccessEvents.Kept::id).orElse(0L);
        Outcome outcome = run(command.split(" "));
        assertThat(outcome.exit()).as(command + ": " + outcome.err()).isEqualTo(exit);
        tried.add(command);
        return running.people().events().find(AccessEvents.Query.EVERYTHING, Long.MAX_VALUE, 50).reversed().stream()
                .filter(kept -> kept.id() > before)
                .map(AccessEvents.Kept::event)
                .peek(event -> assertThat(event.actor()).as(command).isEqualTo(HERE))
                .map(event -> event.name() + " " + event.subject())
                .toList();
    }

    private Optional<AccessEvents.Kept> newest() {
        return running.people().events().find(AccessEvents.Query.EVERYTHING, Long.MAX_VALUE, 1).stream()
                .findFirst();
    }

    /** {@code A x, B x ×2} is A once and B twice. */
    private static List<String> expanded(String lines) {
        return Arrays.stream(lines.split(", ", -1))
                .filter(line -> !line.isEmpty())
                .flatMap(line -> {
                    String[] parts = line.split(" ×", 2);
                    return Collections.nCopies(parts.length == 1 ? 1 : Integer.parseInt(parts[1]), parts[0]).stream();
                })
                .toList();
    }

    private static List<String> commands(CommandLine line, String path) {
        List<String> all = new ArrayList<>();
        if (!path.isEmpty() && !(line.getCommand() instanceof CommandGroup)) {
            all.add(path.strip());
        }
        line.getSubcommands().forEach((name, sub) -> all.addAll(commands(sub, path + " " + name)));
        return all;
    }
}
