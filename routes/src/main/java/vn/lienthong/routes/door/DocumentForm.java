package vn.lienthong.routes.door;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What who hands in fields and files says of the document; the names of its members are the wire's. What a packet must have and
 * the form has not is told by the check of the packet, as for a packet that came whole.
 *
 * @param from agency code of the sender
 * @param to agency codes of the recipients
 * @param documentId the sender's name for the document; else made of sender, date, number and notation
 * @param type number of the kind of document, where the sender has one
 * @param urgency 0 normal … 4
 * @param action what is to be done with it; new where nothing is said
 * @param target document id of what a recall or an update acts on
 * @param replaces what a replacement takes the place of
 * @param addedRecipients codes that an update adds
 * @param removedRecipients codes that an update strikes
 * @param places who keeps or knows it, for people
 */
public record DocumentForm(
        @Nullable String from,
        @Nullable List<String> to,
        @Nullable String documentId,
        @Nullable String number,
        @Nullable String notation,
        @Nullable String place,
        @Nullable LocalDate date,
        @Nullable String type,
        @Nullable String typeName,
        @Nullable String subject,
        @Nullable String summary,
        @Nullable SignerForm signer,
        @Nullable Integer urgency,
        @Nullable LocalDate dueDate,
        @Nullable String steering,
        @Nullable List<AnswerForm> answersTo,
        @Nullable Action action,
        @Nullable String reason,
        @Nullable String target,
        @Nullable List<ReplacedForm> replaces,
        @Nullable List<String> addedRecipients,
        @Nullable List<String> removedRecipients,
        @Nullable StaffForm staff,
        @Nullable List<String> places,
        @Nullable Integer pages,
        @Nullable Integer copies) {

    /** What is to be done with the document, as this door calls it. */
    public enum Action {
        @JsonProperty("new")
        NEW,
        @JsonProperty("recall")
        RECALL,
        @JsonProperty("update")
        UPDATE,
        @JsonProperty("replace")
        REPLACE
    }

    public record SignerForm(@Nullable String competence, @Nullable String position, @Nullable String fullName) {}

    /** A document that this one answers; {@code symbol} is {@code number/notation}. */
    public record AnswerForm(
            @Nullable String from, @Nullable String symbol, @Nullable LocalDate date, @Nullable String documentId) {}

    /** A document that is replaced, for some recipients or for all. */
    public record ReplacedForm(@Nullable String documentId, @Nullable List<String> recipients) {}

    public record StaffForm(
            @Nullable String department, @Nullable String name, @Nullable String email, @Nullable String phone) {}
}
