package vn.lienthong.routes.command.admin;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import vn.lienthong.gateway.signature.path.TrustBranch;
import vn.lienthong.routes.platform.TrustFolder;

/** {@code admin trust}: the authorities that are trusted. */
@Command(
        name = "trust",
        description = "Chứng thư gốc và trung gian được tin cậy (trust stores).",
        mixinStandardHelpOptions = true,
        subcommands = {AddTrust.class, ListTrust.class, RemoveTrust.class})
final class TrustCommand extends CommandGroup {

    /** The branch of that name, in any case. */
    static TrustBranch branch(String name) {
        return Arrays.stream(TrustBranch.values())
                .filter(branch -> TrustFolder.name(branch).equals(name.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new CommandRefused("nhánh: " + name + " (expected: "
                        + Arrays.stream(TrustBranch.values())
                                .map(TrustFolder::name)
                                .collect(Collectors.joining(", "))
                        + ")"));
    }
}
