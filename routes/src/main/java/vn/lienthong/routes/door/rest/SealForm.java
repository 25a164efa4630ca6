package vn.lienthong.routes.door.rest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import vn.lienthong.gateway.agency.AgencyCode;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.finding.Finding;
import vn.lienthong.gateway.seal.SealForSystem;
import vn.lienthong.gateway.seal.SealShapes;
import vn.lienthong.gateway.seal.Spot;
import vn.lienthong.gateway.signature.SignedFile;
import vn.lienthong.gateway.signature.file.FileKind;
import vn.lienthong.gateway.signature.making.SignatureForm;
import vn.lienthong.routes.door.FormFields;
import vn.lienthong.routes.door.FormFile;
import vn.lienthong.routes.door.HandedFiles;

/** The fields beside a file that is to be sealed: whose seal, how it is seen, where. */
final class SealForm {

    private static final String AGENCY = "agency";
    private static final String FORM = "form";
    private static final String DOCUMENT = "document";
    private static final String KIND = "copyKind";
    private static final String REASON = "reason";
    private static final String PAGE = "page";
    private static final String LEFT = "leftMm";
    private static final String TOP = "topMm";
    private static final String DETACHED = "detached";
    private static final String[] ALL = {AGENCY, FORM, DOCUMENT, KIND, REASON, PAGE, LEFT, TOP, DETACHED};

    private static final String MILLIMETRES = "-?[0-9]{1,4}(\\.[0-9]{1,3})?";
    /** How a PDF is seen. */
    private static final Set<String> SEEN = Set.of("seal", "annex", "copy");

    private static final String EXPECTED = "seal, annex, copy, " + SignatureForm.names();

    /** What a copy is called (Decree 30/2020/NĐ-CP, article 25): no other words stand above an agency's name and its signature. */
    private static final List<String> COPY_KINDS = List.of("SAO Y", "SAO LỤC", "TRÍCH SAO");

    private static final int LONGEST_REASON = 200;

    private final FormFields fields;
    private final FormFile file;

    private SealForm(HandedFiles handed) {
        this.fields = handed.fields();
        this.file = handed.file();
    }

    static FormFields asked() {
        return new FormFields(ALL);
    }

    /** What is wrong with it; empty where nothing is. */
    static Optional<Finding> wrong(HandedFiles handed) {
        SealForm form = new SealForm(handed);
        if (!handed.beside().isEmpty()) {
            return malformed("content", "content: " + handed.beside().size(), "không có; chỉ một phần file");
        }
        if (form.text(AGENCY).isEmpty()) {
            return Optional.of(Finding.error(
                    ErrorCode.PARAMETER_MISSING, AGENCY, AGENCY + ": thiếu (expected: mã cơ quan có con dấu)"));
        }
        Optional<Finding> unknown = form.wrongForm();
        if (unknown.isPresent()) {
            return unknown;
        }
        if (form.kind().equals("annex") && form.text(DOCUMENT).isEmpty()) {
            return malformed(DOCUMENT, DOCUMENT + ": thiếu", "số và ký hiệu của văn bản mà phụ lục đi kèm");
        }
        if (!COPY_KINDS.contains(form.copyKind())) {
            return malformed(KIND, KIND + ": " + form.copyKind(), String.join(", ", COPY_KINDS));
        }
        if (form.text(REASON).filter(reason -> reason.length() > LONGEST_REASON).isPresent()) {
            return malformed(REASON, REASON + ": quá dài", "không quá " + LONGEST_REASON + " ký tự");
        }
        return form.wrongSpot();
    }

    private Optional<Finding> wrongForm() {
        Optional<String> asked = text(FORM);
        if (asked.filter(name ->
                        !SEEN.contains(name) && SignatureForm.named(name).isEmpty())
                .isPresent()) {
            return malformed(FORM, FORM + ": " + asked.get(), EXPECTED);
        }
        String beside = text(DETACHED).orElse("false");
        if (!Set.of("true", "false").contains(beside)) {
            return malformed(DETACHED, DETACHED + ": " + beside, "true hoặc false");
        }
        boolean other = asked.filter(name -> !name.equals(SignatureForm.CADES_DETACHED.wire()))
                .isPresent();
        return beside.equals("true") && other
                ? malformed(DETACHED, DETACHED + ": true", "không có, vì đã có " + FORM + " " + asked.get())
                : Optional.empty();
    }

    private Optional<Finding> wrongSpot() {
        boolean any =
                text(PAGE).isPresent() || text(LEFT).isPresent() || text(TOP).isPresent();
        boolean whole =
                text(PAGE).filter(page -> page.matches("[1-9][0-9]{0,4}")).isPresent()
                        && text(LEFT).filter(left -> left.matches(MILLIMETRES)).isPresent()
                        && text(TOP).filter(top -> top.matches(MILLIMETRES)).isPresent();
        if (!any) {
            return Optional.empty();
        }
        return whole && kind().equals("seal")
                ? Optional.empty()
                : malformed(PAGE, "page, leftMm, topMm", "cả ba, là số, và chỉ với form seal; hoặc không có");
    }

    private static Optional<Finding> malformed(String where, String text, String expected) {
        return Optional.of(Finding.error(ErrorCode.PARAMETER_MALFORMED, where, text + " (expected: " + expected + ")"));
    }

    /** What is asked for, by a form with nothing wrong. */
    static SealForSystem.Wanted wanted(HandedFiles handed) {
        SealForm form = new SealForm(handed);
        FormFile file = handed.file();
        return new SealForSystem.Wanted(
                new AgencyCode(form.text(AGENCY).orElse("")),
                file.content(),
                file.name(),
                form.text(REASON).orElse(""),
                name -> switch (form.kind()) {
                    case "annex" -> SealShapes.annexOf(form.text(DOCUMENT).orElse(""));
                    case "copy" -> SealShapes.copy(form.copyKind(), name);
                    case "seal" -> SealShapes.seal(name);
                    default ->
                        SealShapes.unseen(SignatureForm.named(form.kind()).orElseThrow());
                },
                form.spot());
    }

    /** In which form the result is. */
    static SignatureForm result(HandedFiles handed) {
        return SignatureForm.named(new SealForm(handed).kind()).orElse(SignatureForm.PADES);
    }

    /** Digest of everything that is asked for. */
    static Sha256 content(HandedFiles handed) {
        StringBuilder all = new StringBuilder(handed.file().content().digest().hex());
        for (String name : ALL) {
            if (name.equals(DETACHED) && handed.fields().text(name).isEmpty()) {
                // As programs that did not know it wrote it: their keys are still good.
                continue;
            }
            all.append('\n')
                    .append(name)
                    .append('=')
                    .append(handed.fields().text(name).orElse(""));
        }
        if (result(handed) != SignatureForm.PADES) {
            // Its name lies in a container, and the media type chooses the form: another name or type is another
            // question.
            all.append("\nname=").append(handed.file().name());
            all.append("\nresult=").append(result(handed).wire());
        }
        return Sha256.of(all.toString().getBytes(StandardCharsets.UTF_8));
    }

    private Optional<Spot> spot() {
        return text(PAGE)
                .map(page -> new Spot(
                        Integer.parseInt(page),
                        Double.parseDouble(text(LEFT).orElse("0")),
                        Double.parseDouble(text(TOP).orElse("0"))));
    }

    /** What it is asked for, or what is usual for the media type that the file is sent with. */
    private String kind() {
        if (text(DETACHED).filter("true"::equals).isPresent()) {
            return SignatureForm.CADES_DETACHED.wire();
        }
        String kind = text(FORM).orElseGet(this::usual);
        return kind.equals(SignatureForm.PADES.wire()) ? "seal" : kind;
    }

    /** What its media type says; else what the file is, since many programs send any file as octets. */
    private String usual() {
        String type =
                file.contentType().toLowerCase(Locale.ROOT).split(";", 2)[0].strip();
        if (type.equals("application/pdf")) {
            return SignatureForm.PADES.wire();
        }
        if (type.equals("application/xml") || type.equals("text/xml") || type.endsWith("+xml")) {
            return SignatureForm.XADES.wire();
        }
        try {
            SignedFile named = SignedFile.of(
                    file.name(), file.content().length(), () -> file.content().open());
            return SignatureForm.usualFor(FileKind.of(named), false).wire();
        } catch (IOException spooled) {
            throw new UncheckedIOException("file: cannot be read (expected: spooled just now)", spooled);
        }
    }

    /** However its letters are composed. */
    private String copyKind() {
        return text(KIND)
                .map(kind -> Normalizer.normalize(kind, Normalizer.Form.NFC))
                .orElse(COPY_KINDS.getFirst());
    }

    private Optional<String> text(String name) {
        return fields.text(name);
    }
}
