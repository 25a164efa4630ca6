package vn.lienthong.routes.command.admin;

import picocli.CommandLine.Command;

/** {@code admin proposals}: what waits for a second person. */
@Command(
        name = "proposals",
        description = "Đề nghị chờ người thứ hai xác nhận (acts that need two people).",
        mixinStandardHelpOptions = true,
        subcommands = {ListProposals.class, ConfirmProposal.class, RefuseProposal.class})
final class ProposalsCommand extends CommandGroup {}
