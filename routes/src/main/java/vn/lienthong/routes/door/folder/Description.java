package vn.lienthong.routes.door.folder;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.finding.Finding;
import vn.lienthong.routes.door.CheckDocumentForm;
import vn.lienthong.routes.door.DocumentForm;
import vn.lienthong.routes.door.FormJson;

/**
 * A description of a document, as at the REST door, and which files belong to it.
 *
 * @param files their names, the main one first; empty where the description does not list them
 */
record Description(DocumentForm form, Optional<List<String>> files) {

    private static final int LONGEST_NAME_BYTES = 180;

    /** What is taken by itself is no part of another document. */
    private static final Set<String> NEVER_PART = Set.of("json", "xml", "edxml");

    Description {
        files = files.map(List::copyOf);
    }

    static Description read(byte[] json) throws FormJson.Unreadable {
        FormJson.WithTexts<DocumentForm> read = FormJson.read(json, "files", DocumentForm.class);
        return new Description(read.form(), read.texts());
    }

    /** A recall and an update are documents by themselves; of others a description may say that there is no file. */
    boolean needsFile() {
        return files.isEmpty() && CheckDocumentForm.needsFile(form);
    }

    /** What is wrong with the names. */
    Optional<Finding> wrong() {
        Set<String> seen = new HashSet<>();
        return files.orElse(List.of()).stream()
                .filter(name -> !isPartsName(name) || !seen.add(name))
                .findFirst()
                .map(
                        name -> Finding.error(
                                ErrorCode.PARAMETER_MALFORMED,
                                "json.files",
                                "files: " + name.replaceAll("\\p{Cntrl}", "?")
                                        + " (expected: tên tệp cùng thư mục, mỗi tên một lần, không phải .json, .xml, .edxml)"));
    }

    static boolean isPartsName(String name) {
        return !name.isBlank()
                && !name.startsWith(".")
                && name.chars().noneMatch(one -> one == '/' || one == '\\' || Character.isISOControl(one))
                && name.getBytes(StandardCharsets.UTF_8).length <= LONGEST_NAME_BYTES
                && !FoundFile.isUnfinished(name)
                && !NEVER_PART.contains(
                        name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
    }
}
