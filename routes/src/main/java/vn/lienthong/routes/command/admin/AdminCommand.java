package vn.lienthong.routes.command.admin;

import picocli.CommandLine.Command;

/** {@code admin}: names the groups of commands. */
@Command(
        name = "admin",
        description = "Quản trị cổng từ dòng lệnh, dù cổng đang chạy hay không (administer the gateway).",
        mixinStandardHelpOptions = true,
        subcommands = {
            SystemCommand.class,
            NeighbourCommand.class,
            FolderCommand.class,
            MandateCommand.class,
            UserCommand.class,
            InviteUser.class,
            AgenciesCommand.class,
            TrustCommand.class,
            SealCommand.class,
            SignerCommand.class,
            SigningCommand.class,
            SignatureCommand.class,
            MasterKeyCommand.class,
            CrlCommand.class,
            RequestsCommand.class,
            ProposalsCommand.class,
            EvidenceCommand.class,
            ReceiptCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            SystemdCommand.class,
            EchoCommand.class
        })
public final class AdminCommand extends CommandGroup {}
