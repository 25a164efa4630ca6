package vn.lienthong.gateway.approval;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.dossier.Spool;
import vn.lienthong.gateway.dossier.StoredBytes;
import vn.lienthong.gateway.dossier.Vault;
import vn.lienthong.gateway.finding.Finding;
import vn.lienthong.gateway.seal.HeldKeys;
import vn.lienthong.gateway.signature.form.FormKind;
import vn.lienthong.gateway.signature.form.FormSettings;
import vn.lienthong.gateway.signature.form.OfficerForm;
import vn.lienthong.gateway.signature.form.Picture;
import vn.lienthong.gateway.signature.form.Places;
import vn.lienthong.gateway.signature.form.RefusedToSign;
import vn.lienthong.gateway.signature.form.SignVisibly;
import vn.lienthong.gateway.signature.form.UnusablePicture;
import vn.lienthong.gateway.signature.key.SigningException;
import vn.lienthong.gateway.signature.pdf.PreparedPdf;
import vn.lienthong.gateway.signature.pdf.SignatureDetails;

/**
 * Puts an officer's signature on a PDF (Decree 30/2020/NĐ-CP, Annex I: the picture of the one made by hand, in blue), into a file
 * of its own in the vault. Nothing is kept that our own verifier does not find intact.
 */
public final class SignFile {

    private static final String REASON = "Ký ban hành";

    private final SignerKeys records;
    private final Vault vault;
    private final int mostBytes;
    private final SignVisibly signing;
    private final StampSignature stamping;

    /** @param stamping what is signed gets its timestamp there, if there is one */
    public SignFile(SignerKeys records, Vault vault, FormSettings settings, StampSignature stamping) {
        this.stamping = stamping;
        this.records = records;
        this.vault = vault;
        this.mostBytes = settings.maximumBytes();
        this.signing = new SignVisibly(settings);
    }

    /** What is in the file for which no officer is to sign it; empty where nothing is. */
    List<Finding> screen(String name, StoredBytes file) throws IOException {
        return signing.screen(name, read(file));
    }

    /**
     * First step.
     *
     * @param picture the officer's
     * @param name the officer's
     * @throws RefusedToSign for what is in the file
     * @throws SigningException when the file or the place is not one to sign
     */
    PreparedPdf prepare(StoredBytes file, HeldKeys.Opened<SignerKey> key, Picture picture, String name, Instant at)
            throws SigningException, IOException {
        try {
            return signing.prepare(
                    read(file),
                    key.key().chain(),
                    pdf -> new OfficerForm(picture, Places.suggest(pdf, FormKind.OFFICER)),
                    SignatureDetails.of(name, REASON, at));
        } catch (IllegalArgumentException unfit) {
            throw new SigningException(String.valueOf(unfit.getMessage()), unfit);
        }
    }

    /**
     * Second step: the signed file, with its timestamp where one is to be had, durable.
     *
     * @param agency for which it is signed
     */
    StoredBytes complete(AgencyId agency, StoredBytes file, PreparedPdf prepared, byte[] value, Instant at)
            throws SigningException, IOException {
        return kept(stamping.stamped(agency, signing.complete(read(file), prepared, value, at), at));
    }

    /** What was signed elsewhere and checked, with its timestamp where one is to be had, durable. */
    StoredBytes stamped(AgencyId agency, StoredBytes signed, Instant at) throws IOException {
        byte[] before;
        try (InputStream in = vault.read(signed.digest())) {
            // Larger than what is signed here: a signature came with it, within the bounds of what is taken back.
            before = in.readAllBytes();
        }
        byte[] after = stamping.stamped(agency, before, at);
        return after == before ? signed : kept(after);
    }

    private StoredBytes kept(byte[] signed) throws IOException {
        try (Spool spool = vault.open()) {
            spool.write(signed);
            StoredBytes bytes = spool.keep();
            vault.sync(bytes);
            return bytes;
        }
    }

    private byte[] read(StoredBytes file) throws IOException {
        try (InputStream in = vault.read(file.digest())) {
            // One byte more than is signed: the screen finds it too large.
            return in.readNBytes(mostBytes + 1);
        }
    }

    /**
     * Of the officer's signature made by hand.
     *
     * @throws SigningException when there is none that can be drawn: the key is of no use then
     */
    Picture picture(SignerKey key) throws SigningException {
        try {
            return Picture.png(records.picture(key.id())
                    .orElseThrow(() -> new SigningException(
                            "signer " + key.id() + ": no picture (expected: the one it was added with)", null)));
        } catch (UnusablePicture broken) {
            throw new SigningException("signer " + key.id() + ": " + broken.getMessage(), broken);
        }
    }
}
