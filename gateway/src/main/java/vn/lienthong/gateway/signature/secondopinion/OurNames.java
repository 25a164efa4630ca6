package vn.lienthong.gateway.signature.secondopinion;

import eu.europa.esig.dss.diagnostic.SignatureWrapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vn.lienthong.gateway.signature.file.FileKind;

/**
 * What our reports call the signatures that DSS lists, in its order, which is that of the file: a PDF's by field, those of XML by
 * identifier or place, those of CMS by the file and the signer's place, those of a container besides by the entry they lie in.
 */
final class OurNames {
    private static final String COUNTER_SIGNATURE = "counter-signature";

    private final FileKind kind;
    private final String file;
    private final List<SignatureWrapper> all;

    OurNames(FileKind kind, String file, List<SignatureWrapper> all) {
        this.kind = kind;
        this.file = file;
        this.all = all;
    }

    List<String> names() {
        List<String> names = new ArrayList<>(all.size());
        for (SignatureWrapper one : all) {
            names.add(
                    switch (kind) {
                        case PDF -> field(one);
                        case XML -> element(one);
                        case CMS -> signer(one, file);
                        case ARCHIVE -> packed(one) ? signer(one, file + " " + entry(one)) : element(one);
                        case PACKET, OTHER -> one.getId();
                    });
        }
        return names;
    }

    private static String field(SignatureWrapper one) {
        String field = one.getFirstFieldName();
        return field == null ? one.getId() : field;
    }

    private String element(SignatureWrapper one) {
        String identifier = one.getDAIdentifier();
        if (identifier != null && !identifier.isEmpty()) {
            return identifier;
        }
        List<SignatureWrapper> beside = kind == FileKind.ARCHIVE ? inSameEntry(one) : all;
        return "Signature " + (beside.indexOf(one) + 1);
    }

    /** A counter-signature is over a signature and no signer of the content (RFC 5652 §11.4): our reports do not list it. */
    private String signer(SignatureWrapper one, String where) {
        if (one.isCounterSignature()) {
            return where + " " + COUNTER_SIGNATURE;
        }
        List<SignatureWrapper> signers = (kind == FileKind.ARCHIVE ? inSameEntry(one) : all)
                .stream().filter(other -> !other.isCounterSignature()).toList();
        return signers.size() == 1 ? where : where + " signer " + (signers.indexOf(one) + 1);
    }

    private List<SignatureWrapper> inSameEntry(SignatureWrapper one) {
        return all.stream().filter(other -> entry(other).equals(entry(one))).toList();
    }

    private static boolean packed(SignatureWrapper one) {
        return entry(one).toLowerCase(Locale.ROOT).endsWith(".p7s");
    }

    private static String entry(SignatureWrapper one) {
        String name = one.getFilename();
        return name == null ? "" : name;
    }
}
