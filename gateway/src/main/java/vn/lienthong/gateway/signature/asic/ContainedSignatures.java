package vn.lienthong.gateway.signature.asic;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vn.lienthong.gateway.signature.SignedFile;

/**
 * What of a container another engine would read as signatures, found by our strict reading of the archive.
 *
 * @param cades whether there are signatures by CAdES, or timestamps
 * @param xades whether there are signatures by XAdES
 * @param xml every XML file of META-INF (EN 319 162-1 §4.3.3.2, §4.4.3.2)
 */
public record ContainedSignatures(boolean cades, boolean xades, List<SignedFile> xml) {
    public ContainedSignatures {
        xml = List.copyOf(xml);
    }

    /**
     * Looks into a container.
     *
     * @throws IOException when it cannot be read, or not as strictly as our verifier reads it
     */
    public static ContainedSignatures of(SignedFile file, AsicLimits limits) throws IOException {
        try (ZipSource source = ZipSource.of(file)) {
            Container container = Container.open(source, limits);
            List<SignedFile> xml = new ArrayList<>();
            for (Role role : Role.values()) {
                for (String name : container.names(role)) {
                    if (role != Role.DATA && name.toLowerCase(Locale.ROOT).endsWith(".xml")) {
                        xml.add(SignedFile.of(name, container.small(name)));
                    }
                }
            }
            boolean cades = !container.names(Role.CADES).isEmpty()
                    || !container.names(Role.TIMESTAMP).isEmpty();
            return new ContainedSignatures(cades, !container.names(Role.XADES).isEmpty(), xml);
        }
    }
}
