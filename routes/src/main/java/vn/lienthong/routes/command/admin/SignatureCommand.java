package vn.lienthong.routes.command.admin;

import picocli.CommandLine.Command;

/** {@code admin signature}: signatures that were made here, and how long they can be checked. */
@Command(
        name = "signature",
        description = "Chữ ký đã đóng ở cổng này: dấu thời gian, mức LT và LTA (signatures made here).",
        mixinStandardHelpOptions = true,
        subcommands = {ListSignatures.class, ExtendSignature.class, ExportSignature.class})
final class SignatureCommand extends CommandGroup {}
