package vn.lienthong.routes.command.admin;

import picocli.CommandLine.Command;

/** {@code admin crl}: revocation lists. */
@Command(
        name = "crl",
        description = "Danh sách chứng thư bị thu hồi (revocation lists).",
        mixinStandardHelpOptions = true,
        subcommands = {ImportCrl.class})
final class CrlCommand extends CommandGroup {}
