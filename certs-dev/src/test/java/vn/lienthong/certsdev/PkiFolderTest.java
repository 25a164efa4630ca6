package vn.lienthong.certsdev;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static vn.lienthong.certsdev.Pkis.NOW;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PkiFolderTest {
    private static final char[] PASSWORD = "một mật khẩu sinh ngẫu nhiên".toCharArray();

    @TempDir
    private Path parent;

    @Test
    void comes_back_the_same() throws Exception {
        SetClock clock = new SetClock(NOW);
        DevelopmentPki before = DevelopmentPki.create(DevelopmentPki.Settings.of(NOW, Pkis.BASE), clock);
        DevIdentity good = Pkis.seal(before, Fate.GOOD);
        DevIdentity untrusted = Pkis.seal(before, Fate.UNTRUSTED);
        DevIdentity taken = before.official("Nguyễn Văn An = # \\", Pkis.AGENCY, "H53", Fate.GOOD);
        before.revoke(taken, NOW.minus(Duration.ofDays(3)));
        before.save(folder(), PASSWORD);

        DevelopmentPki after = DevelopmentPki.load(folder(), PASSWORD, clock);

        assertThat(after.settings()).isEqualTo(before.settings());
        assertThat(Pkis.seal(after, Fate.GOOD)).isEqualTo(good);
        assertThat(Pkis.seal(after, Fate.UNTRUSTED)).isEqualTo(untrusted);
        assertThat(after.official("Nguyễn Văn An = # \\", Pkis.AGENCY, "H53", Fate.GOOD))
                .isEqualTo(taken);
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
        DevelopmentPki.create(DevelopmentPki.Settings.of(NOW, Pkis.BASE)).save(folder(), PASSWORD);
        DevelopmentPki second = DevelopmentPki.load(folder(), PASSWORD, new SetClock(NOW));
        DevIdentity later = Pkis.seal(second, Fate.REVOKED);
        second.save(folder(), PASSWORD);
        DevelopmentPki third = DevelopmentPki.load(folder(), PASSWORD, new SetClock(NOW));

        assertThat(Pkis.seal(third, Fate.REVOKED)).isEqualTo(later);
        assertThat(check(third, later)).isEqualTo("REVOKED");
    }

    @Test
    void is_its_owners_alone_and_shows_the_roots() throws Exception {
        DevelopmentPki pki = Pkis.standing();
        pki.save(folder(), PASSWORD);

        assertThat(files())
                .containsExactlyInAnyOrder(
                        "authorities.p12",
                        "identities.p12",
                        "pki.properties",
                        "roots/government.pem",
                        "roots/party.pem",
                        "roots/public.pem");
        assertThat(folder().resolve("roots/party.pem")).hasContent(Pem.of(pki.root(Branch.PARTY)));
        if (parent.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            assertThat(mode(folder())).isEqualTo("rwx------");
            for (String file : files()) {
                assertThat(mode(folder().resolve(file))).isEqualTo("rw-------");
            }
        }
    }

    @Test
    void an_empty_folder_or_another_password_is_an_error() throws Exception {
        assertThatIOException().isThrownBy(() -> DevelopmentPki.load(folder(), PASSWORD, new SetClock(NOW)));
        Pkis.standing().save(folder(), PASSWORD);

        assertThatIOException()
                .isThrownBy(() -> DevelopmentPki.load(folder(), "khác".toCharArray(), new SetClock(NOW)));
    }

    private Path folder() {
        return parent.resolve("pki");
    }

    private List<String> files() throws Exception {
        try (Stream<Path> files = Files.walk(folder())) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder().relativize(file).toString().replace('\\', '/'))
                    .toList();
        }
    }

    private static String mode(Path path) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private static String check(DevelopmentPki pki, DevIdentity who) throws Exception {
        return PkixCheck.withCrls(who, pki.root(Branch.GOVERNMENT), NOW, pki.crls());
    }
}
