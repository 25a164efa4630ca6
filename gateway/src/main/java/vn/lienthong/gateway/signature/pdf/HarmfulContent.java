package vn.lienthong.gateway.signature.pdf;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.signature.pdf.PdfValue.Dictionary;
import vn.lienthong.gateway.signature.pdf.PdfValue.Name;

/**
 * Notes what lets a file show one thing when it is signed and another later (ISO 32000-1 §12.6.4, §8.11, §7.11): scripts,
 * actions that leave the file, layers, pictures for other devices, files within the file.
 */
final class HarmfulContent implements LiveObjects.Visitor {
    private static final Set<String> SCRIPTS = Set.of("JS", "JavaScript");
    private static final Set<String> ACTIONS = Set.of(
            "Launch",
            "SubmitForm",
            "ImportData",
            "GoToR",
            "GoToE",
            "Hide",
            "Thread",
            "SetOCGState",
            "Rendition",
            "RichMediaExecute",
            "GoTo3DView");
    private static final Set<String> EMBEDDED = Set.of("EmbeddedFiles", "EF", "Collection", "RichMediaContent");
    private static final Set<String> EMBEDDED_ANNOTATIONS =
            Set.of("FileAttachment", "RichMedia", "Movie", "Sound", "Screen", "3D");
    private static final Set<String> LAYERS = Set.of("OCGs", "OC", "Alternates");

    private final Map<ErrorCode, String> seen = new EnumMap<>(ErrorCode.class);

    /** What was seen, in the order of the codes, with the first place of each. */
    Map<ErrorCode, String> seen() {
        return seen;
    }

    @Override
    public void see(int object, Dictionary dictionary, boolean stream) throws PdfFault {
        if (dictionary.repeated()) {
            throw new PdfFault("object " + object + ": a key twice (expected: once)");
        }
        for (Map.Entry<String, PdfValue> entry : dictionary.entries().entrySet()) {
            if (entry.getValue() != PdfValue.Nothing.NOTHING) {
                key(object, entry.getKey());
            }
        }
        names(object, dictionary);
        if (stream && dictionary.has("F")) {
            note(ErrorCode.SIGNING_EMBEDDED_FILE, object, "a stream kept in another file");
        }
    }

    private void key(int object, String key) {
        if (SCRIPTS.contains(key)) {
            note(ErrorCode.SIGNING_SCRIPT, object, "/" + key);
        } else if (key.equals("XFA")) {
            note(ErrorCode.SIGNING_XFA, object, "/XFA");
        } else if (LAYERS.contains(key)) {
            note(ErrorCode.SIGNING_LAYERS, object, "/" + key);
        } else if (EMBEDDED.contains(key)) {
            note(ErrorCode.SIGNING_EMBEDDED_FILE, object, "/" + key);
        }
    }

    private void names(int object, Dictionary dictionary) {
        if (dictionary.get("S") instanceof Name action) {
            if (SCRIPTS.contains(action.text())) {
                note(ErrorCode.SIGNING_SCRIPT, object, "/S /" + action.text());
            } else if (ACTIONS.contains(action.text())) {
                note(ErrorCode.SIGNING_ACTION, object, "/S /" + action.text());
            }
        }
        if (dictionary.names("Type", "OCG") || dictionary.names("Type", "OCMD")) {
            note(ErrorCode.SIGNING_LAYERS, object, "optional content");
        }
        if ((dictionary.get("Subtype") instanceof Name kind && EMBEDDED_ANNOTATIONS.contains(kind.text()))
                || dictionary.names("Type", "EmbeddedFile")) {
            note(ErrorCode.SIGNING_EMBEDDED_FILE, object, "an embedded file");
        }
    }

    private void note(ErrorCode code, int object, String what) {
        seen.putIfAbsent(code, "object " + object + ": " + what + " (expected: none)");
    }
}
