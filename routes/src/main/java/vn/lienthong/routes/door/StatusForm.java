package vn.lienthong.routes.door;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A business status about a document (QĐ 28/2018).
 *
 * @param from agency code of who reports
 * @param to agency code of the document's sender
 * @param documentId the document, as its sender names it
 * @param symbol its {@code number/notation}
 * @param date when it was issued
 * @param code {@code 01} … {@code 06}, {@code 13}, {@code 15}, {@code 16}
 * @param description free text; the reason of a refusal
 */
public record StatusForm(
        @Nullable String from,
        @Nullable String to,
        @Nullable String documentId,
        @Nullable String symbol,
        @Nullable LocalDate date,
        @Nullable String code,
        @Nullable String description,
        DocumentForm.@Nullable StaffForm staff) {}
