package vn.lienthong.routes.platform.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsFileTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path root;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lienthong:\n  database:\n    password: x",
                "lienthong:\n  database:\n    \"password\": x",
                "lienthong:\n  oidc: {'client-secret': x}",
                "lienthong.oidc.clientSecret: x",
                "lienthong:\n  axis:\n    tls:\n      key-store-password: >\n        x",
                "lienthong:\n  database:\n    url: jdbc:postgresql://h/d?sslpassword=x",
                "lienthong:\n  broker:\n    url: tcp://user:x@h:1",
                "lienthong: [no: yaml"
            })
    void aPasswordIsSeenHoweverItIsWritten(String yaml) throws IOException {
        Files.writeString(root.resolve(SettingsFile.NAME), yaml);
        assertThat(SettingsFile.holdsSecrets(root)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "# password: x",
                "lienthong:\n  services:\n    token-lifetime: 10m",
                "lienthong:\n  access:\n    secret-overlap: 24h",
                "lienthong:\n  seal:\n    pkcs11:\n      pin-file: /etc/pin",
                "lienthong:\n  oidc:\n    client-secret-file: /etc/khoa",
                "lienthong:\n  database:\n    password: ${DB_PASSWORD}",
                "lienthong:\n  database:\n    url: jdbc:postgresql://h:5432/d?sslmode=verify-full"
            })
    void whatOnlyLooksLikeOneIsNone(String yaml) throws IOException {
        Files.writeString(root.resolve(SettingsFile.NAME), yaml);
        assertThat(SettingsFile.holdsSecrets(root)).isFalse();
    }

    @Test
    void theMasterKeysPlaceIsReadWhereSettingsSayAnother() throws IOException {
        assertThat(RestoreBackup.masterKeyElsewhere(root)).isEmpty();
        Path elsewhere = root.resolve("etc").resolve("master.key");
        Files.writeString(root.resolve(SettingsFile.NAME), "lienthong:\n  master-key-file: " + elsewhere);
        assertThat(RestoreBackup.masterKeyElsewhere(root)).contains(elsewhere);
        Files.createDirectories(elsewhere.getParent());
        Files.createFile(elsewhere);
        assertThat(RestoreBackup.masterKeyElsewhere(root)).as("it is there").isEmpty();
    }
}
