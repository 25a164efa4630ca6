package vn.lienthong.routes.command;

import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/** The version in the jar's manifest. */
final class ProgramVersion implements IVersionProvider {
    @Override
    public String[] getVersion() {
        String version = ProgramVersion.class.getPackage().getImplementationVersion();
        return new String[] {
            "lienthong " + Objects.requireNonNullElse(version, "(chưa đóng gói)"), "java " + Runtime.version()
        };
    }
}
