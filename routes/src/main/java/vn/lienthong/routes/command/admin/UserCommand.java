package vn.lienthong.routes.command.admin;

import picocli.CommandLine.Command;

/** {@code admin user}: people who log in at the console. */
@Command(
        name = "user",
        description = "Tài khoản của người dùng trang quản trị (console accounts).",
        mixinStandardHelpOptions = true,
        subcommands = {
            AddUser.class,
            ListUsers.class,
            ChangePassword.class,
            ResetUserFactor.class,
            LinkUser.class,
            UnlinkUser.class,
            DisableUser.class,
            UserMandateCommand.class
        })
final class UserCommand extends CommandGroup {}
