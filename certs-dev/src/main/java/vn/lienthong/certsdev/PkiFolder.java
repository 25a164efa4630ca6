package vn.lienthong.certsdev;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/** A {@link PkiState} on disk. An identity is kept under its serial, and {@code pki.properties} says whose it is. */
final class PkiFolder {
    private static final String AUTHORITIES = "authorities.p12";
    private static final String IDENTITIES = "identities.p12";
    private static final String INDEX = "pki.properties";
    private static final String IDENTITY = "identity.";
    private static final String REVOKED = "revoked.";

    private final Path folder;
    private final char[] password;

    PkiFolder(Path folder, char[] password) {
        this.folder = folder;
        this.password = password.clone();
    }

    /** The index goes last: after a crash it names only what the stores hold. */
    void write(PkiState state) throws IOException {
        PrivateFiles.folder(folder);
        PrivateFiles.folder(folder.resolve("roots"));
        PrivateFiles.write(folder.resolve(AUTHORITIES), KeyStores.write(state.credentials(), password));
        Map<String, Credential> identities = new HashMap<>();
        state.identities().values().forEach(one -> identities.put(serial(one), new Credential(one.key(), one.chain())));
        PrivateFiles.write(folder.resolve(IDENTITIES), KeyStores.write(identities, password));
        for (Branch branch : Branch.values()) {
            Credential root = state.credentials().get(HierarchyName.of(branch).rootSlug());
            if (root != null) {
                String name = branch.name().toLowerCase(Locale.ROOT) + ".pem";
                PrivateFiles.write(
                        folder.resolve("roots").resolve(name),
                        Pem.of(root.certificate()).getBytes(StandardCharsets.US_ASCII));
            }
        }
        PrivateFiles.write(folder.resolve(INDEX), text(index(state)).getBytes(StandardCharsets.UTF_8));
    }

    PkiState read() throws IOException {
        Properties index = new Properties();
        try (Reader text = Files.newBufferedReader(folder.resolve(INDEX))) {
            index.load(text);
        }
        DevelopmentPki.Settings settings = new DevelopmentPki.Settings(
                Instant.parse(required(index, "now")),
                URI.create(required(index, "serviceBase")),
                KeyAlgorithm.valueOf(required(index, "algorithm")));
        Map<String, Credential> authorities = KeyStores.read(Files.readAllBytes(folder.resolve(AUTHORITIES)), password);
        return new PkiState(settings, authorities, identities(index), revocations(index));
    }

    private Map<Holder, DevIdentity> identities(Properties index) throws IOException {
        Map<Holder, DevIdentity> identities = new HashMap<>();
        Map<String, Credential> stored = KeyStores.read(Files.readAllBytes(folder.resolve(IDENTITIES)), password);
        for (Map.Entry<String, Credential> entry : stored.entrySet()) {
            String prefix = IDENTITY + entry.getKey() + ".";
            if (index.getProperty(prefix + "kind") != null) {
                Holder holder = new Holder(
                        Holder.Kind.valueOf(required(index, prefix + "kind")),
                        Branch.valueOf(required(index, prefix + "branch")),
                        required(index, prefix + "name"),
                        required(index, prefix + "agencyName"),
                        required(index, prefix + "agencyCode"),
                        Fate.valueOf(required(index, prefix + "fate")));
                Credential own = entry.getValue();
                identities.put(holder, new DevIdentity(own.key(), own.certificate(), own.chain(), holder.fate()));
            }
        }
        return identities;
    }

    private List<PkiState.Revocation> revocations(Properties index) throws IOException {
        List<PkiState.Revocation> revocations = new ArrayList<>();
        for (String key : index.stringPropertyNames()) {
            int dot = key.lastIndexOf('.');
            if (key.startsWith(REVOKED) && dot > REVOKED.length()) {
                revocations.add(new PkiState.Revocation(
                        key.substring(REVOKED.length(), dot),
                        new BigInteger(key.substring(dot + 1), 16),
                        Instant.parse(required(index, key))));
            }
        }
        return revocations;
    }

    private static Properties index(PkiState state) {
        Properties index = new Properties();
        index.setProperty("now", state.settings().now().toString());
        index.setProperty("serviceBase", state.settings().serviceBase().toString());
        index.setProperty("algorithm", state.settings().algorithm().name());
        state.identities().forEach((holder, identity) -> {
            String prefix = IDENTITY + serial(identity) + ".";
            index.setProperty(prefix + "kind", holder.kind().name());
            index.setProperty(prefix + "branch", holder.branch().name());
            index.setProperty(prefix + "name", holder.name());
            index.setProperty(prefix + "agencyName", holder.agencyName());
            index.setProperty(prefix + "agencyCode", holder.agencyCode());
            index.setProperty(prefix + "fate", holder.fate().name());
        });
        state.revocations()
                .forEach(one -> index.setProperty(
                        REVOKED + one.authority() + "." + one.serial().toString(16),
                        one.at().toString()));
        return index;
    }

    private static String text(Properties index) throws IOException {
        StringWriter text = new StringWriter();
        index.store(text, DevPolicy.MARK);
        return text.toString();
    }

    private String required(Properties index, String key) throws IOException {
        String value = index.getProperty(key);
        if (value == null) {
            throw new IOException(folder.resolve(INDEX) + ": no " + key + " (expected: what save wrote)");
        }
        return value;
    }

    private static String serial(DevIdentity identity) {
        return identity.certificate().getSerialNumber().toString(16);
    }
}
