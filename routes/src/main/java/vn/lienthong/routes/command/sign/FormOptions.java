package vn.lienthong.routes.command.sign;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import vn.lienthong.gateway.signature.form.AgencySealForm;
import vn.lienthong.gateway.signature.form.CopyForm;
import vn.lienthong.gateway.signature.form.FormKind;
import vn.lienthong.gateway.signature.form.OfficerForm;
import vn.lienthong.gateway.signature.form.Picture;
import vn.lienthong.gateway.signature.form.Place;
import vn.lienthong.gateway.signature.form.Places;
import vn.lienthong.gateway.signature.form.UnusablePicture;
import vn.lienthong.gateway.signature.form.VisibleForm;
import vn.lienthong.gateway.signature.key.SigningException;
import vn.lienthong.gateway.signature.making.SignatureForm;
import vn.lienthong.gateway.signature.path.SealCertificate;

/**
 * In which form files are signed, and how the signature of a PDF is seen (Decree 30/2020/NĐ-CP, Annex I): not at all where no
 * form is asked for that is.
 */
final class FormOptions {
    private static final Set<String> SEEN = Set.of("officer", "seal", "copy");
    private static final Pattern PLACE =
            Pattern.compile("([1-9][0-9]{0,4}),(-?[0-9]{1,4}(?:\\.[0-9]{1,3})?),(-?[0-9]{1,4}(?:\\.[0-9]{1,3})?)");

    @Option(
            names = "--form",
            paramLabel = "DẠNG",
            description =
                    "dạng chữ ký: pades, cades, cades-detached, xades, asic-e; mặc định theo tệp: PDF là pades, XML"
                            + " là xades, tệp khác là cades. Với PDF, chữ ký hiện trên trang: officer (người có thẩm quyền),"
                            + " seal (dấu cơ quan), copy (bản sao)")
    private @Nullable String form;

    @Option(names = "--detached", description = "tệp giữ nguyên, chữ ký nằm riêng (.p7s): như --form cades-detached")
    private boolean detached;

    @Option(names = "--picture", paramLabel = "TỆP.png", description = "ảnh chữ ký (bắt buộc với officer) hoặc ảnh dấu")
    private @Nullable Path picture;

    @Option(names = "--agency", paramLabel = "TÊN", description = "tên cơ quan hiển thị (mặc định: theo chứng thư)")
    private @Nullable String agency;

    @Option(names = "--copy-kind", paramLabel = "CHỮ", description = "với copy: SAO Y (mặc định), SAO LỤC, TRÍCH SAO")
    private String copyKind = "SAO Y";

    @Option(
            names = "--place",
            paramLabel = "TRANG,TRÁI,TRÊN",
            description = "trang và khoảng cách mm từ mép trái, mép trên (mặc định: chỗ quy định)")
    private @Nullable String place;

    /** A form still without its place in a file. */
    interface Chosen {
        VisibleForm on(byte[] pdf) throws SigningException;
    }

    /** @throws SignRefused where the options do not fit each other */
    Optional<Chosen> chosen(SealCertificate certificate) throws SignRefused {
        if (form == null || !SEEN.contains(form)) {
            return Optional.empty();
        }
        if (place != null && (form.equals("copy") || !PLACE.matcher(place).matches())) {
            throw new SignRefused("--place: " + place + " (cần: TRANG,TRÁI,TRÊN như 1,120,200.5; không dùng với copy)");
        }
        Optional<Picture> drawn = drawn();
        String name = agency == null ? agency(certificate) : agency;
        return Optional.of(
                switch (form.toLowerCase(Locale.ROOT)) {
                    case "officer" -> {
                        Picture signature = drawn.orElseThrow(() ->
                                new SignRefused("--picture: thiếu (cần: ảnh PNG của chữ ký, với --form officer)"));
                        yield pdf -> new OfficerForm(signature, place(pdf, FormKind.OFFICER));
                    }
                    case "seal" -> pdf -> new AgencySealForm(drawn, name, place(pdf, FormKind.AGENCY_SEAL));
                    default -> pdf -> CopyForm.copy(copyKind, name);
                });
    }

    /**
     * The form that all files are to be signed in; empty where each has its own.
     *
     * @throws SignRefused where there is none of that name, or two are asked for
     */
    Optional<SignatureForm> asked() throws SignRefused {
        if (detached && form != null && !form.equals(SignatureForm.CADES_DETACHED.wire())) {
            throw new SignRefused("--form: " + form + " (cần: không có, vì đã có --detached)");
        }
        if (detached) {
            return Optional.of(SignatureForm.CADES_DETACHED);
        }
        if (form == null) {
            return Optional.empty();
        }
        if (SEEN.contains(form)) {
            return Optional.of(SignatureForm.PADES);
        }
        Optional<SignatureForm> named = SignatureForm.named(form);
        if (named.isEmpty()) {
            throw new SignRefused("--form: " + form + " (cần: " + SignatureForm.names() + ", officer, seal hoặc copy)");
        }
        return named;
    }

    private static String agency(SealCertificate certificate) {
        String organisation = certificate.facts().organisation();
        return organisation.isBlank() ? certificate.facts().commonName() : organisation;
    }

    private Place place(byte[] pdf, FormKind kind) throws SigningException {
        Place usual = Places.suggest(pdf, kind);
        Matcher wanted = PLACE.matcher(place == null ? "" : place);
        return wanted.matches()
                ? usual.movedTo(
                        Integer.parseInt(wanted.group(1)),
                        Double.parseDouble(wanted.group(2)),
                        Double.parseDouble(wanted.group(3)))
                : usual;
    }

    private Optional<Picture> drawn() throws SignRefused {
        if (picture == null) {
            return Optional.empty();
        }
        try {
            if (Files.size(picture) > Picture.MOST_BYTES) {
                throw new SignRefused(
                        "--picture " + picture + ": quá lớn (cần: không quá " + Picture.MOST_BYTES + " byte)");
            }
            return Optional.of(Picture.png(Files.readAllBytes(picture)));
        } catch (IOException | UnusablePicture unusable) {
            throw new SignRefused("--picture " + picture + ": " + unusable.getMessage() + " (cần: ảnh PNG)");
        }
    }
}
