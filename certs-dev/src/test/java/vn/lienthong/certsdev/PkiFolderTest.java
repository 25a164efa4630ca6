package vn.lienthong.certsdev;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static vn.lienthong.certsdev.Pkis.NOW;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PkiFolderTest {
    private static final char[] PASSWORD = "một mật khẩu sinh ngẫu nhiên".toCharArray();

    private static final String AWKWARD = "Nguyễn Văn An = # \\";

    @TempDir
    private static Path parent;

    private static DevelopmentPki before;
    private static DevIdentity good;
    private static DevIdentity untrusted;
    private static DevIdentity taken;

    @BeforeAll
    static void save() throws Exception {
        before = Pkis.quick(new SetClock(NOW));
        good = Pkis.seal(before, Fate.GOOD);
        untrusted = Pkis.seal(before, Fate.UNTRUSTED);
        taken = before.official(AWKWARD, Pkis.AGENCY, "H53", Fate.GOOD);
        before.revoke(taken, NOW.minus(Duration.ofDays(3)));
        before.save(folder(), PASSWORD);
    }

    @Test
    void comes_back_the_same() throws Exception {
        DevelopmentPki after = load(folder());

        assertThat(after.settings()).isEqualTo(before.settings());
        assertThat(Pkis.seal(after, Fate.GOOD)).isEqualTo(good);
        assertThat(Pkis.seal(after, Fate.UNTRUSTED)).isEqualTo(untrusted);
        assertThat(after.official(AWKWARD, Pkis.AGENCY, "H53", Fate.GOOD)).isEqualTo(taken);
        assertThat(after.timestampCertificate()).isEqualTo(before.timestampCertificate());
        for (Branch branch : Branch.values()) {
            assertThat(after.root(branch)).isEqualTo(before.root(branch));
            assertThat(after.issuingCa(branch)).isEqualTo(before.issuingCa(branch));
        }
        assertThat(check(after, taken)).isEqualTo("REVOKED");
        assertThat(check(after, good)).isEqualTo(PkixCheck.OK);
    }

    @Test
    void lives_on_and_is_saved_again() throws Exception {
        Path elsewhere = parent.resolve("elsewhere");
        DevelopmentPki second = load(folder());
        DevIdentity later = Pkis.seal(second, Fate.REVOKED);
        second.save(elsewhere, PASSWORD);
        second.save(elsewhere, PASSWORD);
        DevelopmentPki third = load(elsewhere);

        assertThat(Pkis.seal(third, Fate.REVOKED)).isEqualTo(later);
        assertThat(Pkis.seal(third, Fate.GOOD)).isEqualTo(good);
        assertThat(check(third, later)).isEqualTo("REVOKED");
    }

    @Test
    void is_its_owners_alone_and_shows_the_roots() throws Exception {
        assertThat(files())
                .containsExactlyInAnyOrder(
                        "authorities.p12",
                        "identities.p12",
                        "pki.properties",
                        "roots/government.pem",
                        "roots/party.pem",
                        "roots/public.pem");
        assertThat(folder().resolve("roots/party.pem")).hasContent(Pem.of(before.root(Branch.PARTY)));
        if (parent.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            assertThat(mode(folder())).isEqualTo("rwx------");
            for (String file : files()) {
                assertThat(mode(folder().resolve(file))).isEqualTo("rw-------");
            }
        }
    }

    @Test
    void an_empty_folder_or_another_password_is_an_error() {
        assertThatIOException().isThrownBy(() -> load(parent.resolve("nothing")));
        assertThatIOException()
                .isThrownBy(() -> DevelopmentPki.load(folder(), "khác".toCharArray(), new SetClock(NOW)));
    }

    private static Path folder() {
        return parent.resolve("pki");
    }

    private static DevelopmentPki load(Path from) throws IOException {
        return DevelopmentPki.load(from, PASSWORD, new SetClock(NOW));
    }

    private static List<String> files() throws IOException {
        try (Stream<Path> files = Files.walk(folder())) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder().relativize(file).toString().replace('\\', '/'))
                    .toList();
        }
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private static String check(DevelopmentPki pki, DevIdentity who) throws GeneralSecurityException {
        return PkixCheck.withCrls(who, pki.root(Branch.GOVERNMENT), NOW, pki.crls());
    }
}
