package vn.lienthong.routes.door.console;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.CubicCurve2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import javax.imageio.ImageIO;
import vn.lienthong.certsdev.DevIdentity;
import vn.lienthong.certsdev.Fate;
import vn.lienthong.gateway.access.AccessEvents;
import vn.lienthong.gateway.access.Accounts;
import vn.lienthong.gateway.access.Right;
import vn.lienthong.gateway.access.Role;
import vn.lienthong.gateway.approval.AddSigner;
import vn.lienthong.gateway.approval.SignerKeys;
import vn.lienthong.gateway.seal.KeyPlace;
import vn.lienthong.gateway.seal.OpenKeys;
import vn.lienthong.gateway.signature.key.Pkcs12SigningKey;
import vn.lienthong.gateway.signature.path.SealCertificate;
import vn.lienthong.gateway.signature.path.SealTrust;

/** Officers of a {@link SealFixture}'s ward who have keys, and may sign for it. */
final class SigningFixture {

    static final String OFFICER = "ct.anh";

    private final SealFixture seals;
    private final Path folder;

    SigningFixture(SealFixture seals, Path folder) {
        this.seals = seals;
        this.folder = folder;
        officer(OFFICER);
        key(OFFICER);
    }

    /** One without a key. */
    void officer(String name) {
        seals.trays.console.account(name, Role.OFFICER);
        seals.trays.mandate(name, TrayFixture.WARD, Right.SIGN, Right.COLLECT);
    }

    void key(String name) {
        ConsoleFixture console = seals.trays.console;
        try {
            Path file = Files.write(
                    folder.resolve("officer-" + name + ".p12"),
                    seals.pki
                            .official("Người " + name, TrayFixture.WARD_NAME, TrayFixture.WARD, Fate.GOOD)
                            .pkcs12(SealFixture.PIN.toCharArray()));
            AddSigner.Outcome outcome = new AddSigner(
                            console.part(SignerKeys.class),
                            console.part(SealTrust.class),
                            console.part(OpenKeys.class),
                            console.part(AccessEvents.class),
                            UUID::randomUUID,
                            console.part(java.time.Clock.class))
                    .add(new AddSigner.Wanted(
                            console.part(Accounts.class).find(name).orElseThrow(),
                            new KeyPlace.File(file.toString()),
                            Optional.empty(),
                            SealFixture.PIN.getBytes(StandardCharsets.UTF_8),
                            Optional.of(picture()),
                            "CLI:test"));
            if (!(outcome instanceof AddSigner.Outcome.Added)) {
                throw new AssertionError(outcome);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes a token at the officer's desk the officer's key, from now on; gives what is on the token. */
    DevIdentity keyAtDesk(String name) {
        ConsoleFixture console = seals.trays.console;
        DevIdentity token = seals.pki.official("Người " + name, TrayFixture.WARD_NAME, TrayFixture.WARD, Fate.GOOD);
        AddSigner.Outcome outcome = new AddSigner(
                        console.part(SignerKeys.class),
                        console.part(SealTrust.class),
                        console.part(OpenKeys.class),
                        console.part(AccessEvents.class),
                        UUID::randomUUID,
                        console.part(java.time.Clock.class))
                .add(
                        new AddSigner.Wanted(
                                console.part(Accounts.class).find(name).orElseThrow(),
                                new KeyPlace.Desk(),
                                Optional.empty(),
                                new byte[0],
                                Optional.empty(),
                                "CLI:test"),
                        SealCertificate.of(Pkcs12SigningKey.of(token.key(), token.chain())));
        if (!(outcome instanceof AddSigner.Outcome.Added)) {
            throw new AssertionError(outcome);
        }
        return token;
    }

    private static byte[] picture() throws IOException {
        BufferedImage image = new BufferedImage(450, 220, BufferedImage.TYPE_INT_ARGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(new Color(20, 60, 190));
        pen.setStroke(new BasicStroke(9));
        pen.draw(new CubicCurve2D.Double(15, 180, 150, -150, 250, 420, 435, 30));
        pen.dispose();
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(image, "png", png);
        return png.toByteArray();
    }
}
