package vn.lienthong.routes.command.sign;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import vn.lienthong.gateway.finding.Finding;
import vn.lienthong.gateway.lasting.LastingLevel;
import vn.lienthong.gateway.signature.SignedFile;
import vn.lienthong.gateway.signature.file.FileKind;
import vn.lienthong.gateway.signature.form.FormSettings;
import vn.lienthong.gateway.signature.form.RefusedToSign;
import vn.lienthong.gateway.signature.form.SignVisibly;
import vn.lienthong.gateway.signature.key.SignatureAlgorithm;
import vn.lienthong.gateway.signature.key.SigningException;
import vn.lienthong.gateway.signature.key.SigningKey;
import vn.lienthong.gateway.signature.making.DrawnPdf;
import vn.lienthong.gateway.signature.making.NotProven;
import vn.lienthong.gateway.signature.making.PrepareFile;
import vn.lienthong.gateway.signature.making.PreparedFile;
import vn.lienthong.gateway.signature.pdf.PreparedPdf;
import vn.lienthong.gateway.signature.pdf.SignPdf;
import vn.lienthong.gateway.signature.pdf.SignatureDetails;
import vn.lienthong.routes.platform.CatchAll;

/** Prepares one result and completes it: nothing leaves that our own verifier does not find intact, and at the level asked for. */
final class SignFiles {
    private final SigningKey key;
    private final Optional<FormOptions.Chosen> form;
    private final Words words;
    private final Proofs proofs;
    private final SignVisibly signing;
    private final FormSettings settings = FormSettings.standard();

    /** What the signature of a PDF says. */
    record Words(String name, String reason) {}

    SignFiles(SigningKey key, Optional<FormOptions.Chosen> form, Words words, Proofs proofs) {
        this.key = key;
        this.form = form;
        this.words = words;
        this.proofs = proofs;
        this.signing = new SignVisibly(settings);
    }

    /**
     * Reads the files and makes everything ready but the value.
     *
     * @throws SignRefused for what is in them
     */
    @CatchAll("what the drawing stumbles over lies in this file: the others are signed all the same")
    PreparedFile prepare(SignJob job, Instant at) throws IOException, SignRefused {
        try {
            if (job.bytes() > settings.maximumBytes()) {
                throw new SignRefused(
                        job.source() + ": " + job.bytes() + " byte (cần: không quá " + settings.maximumBytes() + ")");
            }
            return prepared(job, at);
        } catch (RefusedToSign refused) {
            throw new SignRefused(job.source() + ": " + reasons(refused.findings()));
        } catch (SigningException unfit) {
            throw new SignRefused(job.source() + ": " + unfit.getMessage());
        } catch (RuntimeException fault) {
            throw new SignRefused(job.source() + ": " + fault + " (cần: một tệp lành)");
        }
    }

    private PreparedFile prepared(SignJob job, Instant at) throws IOException, SigningException, SignRefused {
        List<SignedFile> files = job.files();
        FileKind kind = FileKind.of(files.getFirst());
        if (!job.form().takes(kind)) {
            throw new SignRefused(job.source() + ": " + kind + " (cần: dạng chữ ký khác "
                    + job.form().wire() + ")");
        }
        SignatureAlgorithm algorithm = key.usualAlgorithm();
        return switch (job.form()) {
            case PADES -> pdf(job.source(), at);
            case CADES, CADES_DETACHED, XADES, ASIC_E ->
                new PrepareFile(key, algorithm, proofs.adding(), settings).prepare(job.form(), files, at);
        };
    }

    private PreparedFile pdf(Path file, Instant at) throws IOException, SigningException, SignRefused {
        byte[] pdf = Files.readAllBytes(file);
        SignatureDetails details = SignatureDetails.of(words.name(), words.reason(), at);
        PreparedPdf prepared;
        if (form.isPresent()) {
            prepared = signing.prepare(pdf, key.chain(), form.get()::on, details);
        } else {
            List<Finding> reasons = signing.screen(String.valueOf(file.getFileName()), pdf);
            if (!reasons.isEmpty()) {
                throw new SignRefused(file + ": " + reasons(reasons));
            }
            prepared = new SignPdf().prepare(pdf, key.chain(), key.usualAlgorithm(), details);
        }
        return new DrawnPdf(signing, pdf, prepared, proofs.adding(), at);
    }

    /** Whether completing asks an authority for a timestamp. */
    boolean stamps() {
        return proofs.level() != LastingLevel.B;
    }

    /**
     * The result, judged by the time at which it is complete: its timestamp is of before that.
     *
     * @throws SignRefused where the value, or an earlier signature, would not hold
     * @throws NotProven where the level asked for is not to be had now
     */
    @CatchAll("what completing stumbles over lies in this file: the others are signed all the same")
    byte[] complete(SignJob job, PreparedFile prepared, byte[] value, InstantSource clock)
            throws IOException, SignRefused, NotProven {
        try {
            byte[] signed = prepared.complete(value);
            SignedFile made = SignedFile.of(String.valueOf(job.target().getFileName()), signed);
            proofs.check(made, job.files(), clock.instant());
            return signed;
        } catch (NotProven later) {
            throw later;
        } catch (SigningException hurt) {
            throw new SignRefused(job.source() + ": " + hurt.getMessage());
        } catch (RuntimeException fault) {
            throw new SignRefused(job.source() + ": " + fault + " (cần: một tệp lành)");
        }
    }

    private static String reasons(List<Finding> findings) {
        return String.join(
                "; ",
                findings.stream()
                        .map(finding -> finding.code().vietnamese() + " (" + finding.text() + ")")
                        .distinct()
                        .toList());
    }
}
