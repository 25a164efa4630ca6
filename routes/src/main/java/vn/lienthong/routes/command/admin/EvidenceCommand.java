package vn.lienthong.routes.command.admin;

import picocli.CommandLine.Command;

/** {@code admin evidence}: chains of entries and the seals over them. */
@Command(
        name = "evidence",
        description = "Chuỗi chứng cứ và niêm phong (evidence).",
        mixinStandardHelpOptions = true,
        subcommands = {CheckEvidence.class, SealCertificate.class, RecordEvidence.class})
final class EvidenceCommand extends CommandGroup {}
