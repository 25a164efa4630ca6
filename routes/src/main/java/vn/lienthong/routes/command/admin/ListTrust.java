package vn.lienthong.routes.command.admin;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import picocli.CommandLine.Command;
import vn.lienthong.gateway.signature.path.TrustBranch;
import vn.lienthong.routes.platform.Administration;
import vn.lienthong.routes.platform.TrustFolder;

/** {@code admin trust list}: the certificates in the stores, one a line. */
@Command(name = "list", description = "Liệt kê chứng thư trong kho tin cậy.", mixinStandardHelpOptions = true)
final class ListTrust extends AdminTask {
    @Override
    void run(Administration record, PrintWriter out) {
        for (TrustBranch branch : TrustBranch.values()) {
            TrustFolder.files(record.trustFolder(), branch)
                    .forEach((file, certificates) ->
                            certificates.forEach(certificate -> out.println(line(branch, file, certificate))));
        }
    }

    private static String line(TrustBranch branch, Path file, X509Certificate certificate) {
        return TrustFolder.name(branch) + " | "
                + TrustFolder.fingerprint(certificate).hex() + " | "
                + certificate.getSubjectX500Principal() + " | "
                + Times.text(certificate.getNotAfter().toInstant()) + " | " + file.getFileName();
    }
}
