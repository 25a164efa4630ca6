package vn.lienthong.gateway.tray;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a clerk fills in about a document, as typed (QCVN 102:2016 1.3 to 1.8).
 *
 * @param number số
 * @param notation ký hiệu
 * @param place where it was issued
 * @param issuedOn when, as {@code yyyy-MM-dd}; any other text is no date
 * @param typeName loại văn bản
 * @param subject trích yếu
 * @param competence thẩm quyền ký: TM., KT., …
 * @param position chức vụ của người ký
 * @param signer họ tên người ký
 * @param urgency độ khẩn, 0 to 4
 */
public record DraftFields(
        String number,
        String notation,
        String place,
        String issuedOn,
        String typeName,
        String subject,
        String competence,
        String position,
        String signer,
        int urgency) {

    /** Nothing filled in. */
    public static final DraftFields EMPTY = new DraftFields("", "", "", "", "", "", "", "", "", 0);

    /** Longest text of one field, in characters (QCVN 102:2016 1.6). */
    public static final int LONGEST = 500;

    private static final int MOST_URGENT = 4;

    public DraftFields {
        number = clean(number);
        notation = clean(notation);
        place = clean(place);
        issuedOn = clean(issuedOn);
        typeName = clean(typeName);
        subject = clean(subject);
        competence = clean(competence);
        position = clean(position);
        signer = clean(signer);
        urgency = Math.clamp(urgency, 0, MOST_URGENT);
    }

    public Optional<LocalDate> date() {
        try {
            return Optional.of(LocalDate.parse(issuedOn));
        } catch (DateTimeException notADate) {
            return Optional.empty();
        }
    }

    /** The texts by their names, as forms and {@link Draft#missing()} name them. */
    Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("number", number);
        texts.put("notation", notation);
        texts.put("place", place);
        texts.put("issuedOn", issuedOn);
        texts.put("typeName", typeName);
        texts.put("subject", subject);
        texts.put("competence", competence);
        texts.put("position", position);
        texts.put("signer", signer);
        return texts;
    }

    /** These without the named ones. */
    DraftFields without(Set<String> names) {
        return new DraftFields(
                names.contains("number") ? "" : number,
                names.contains("notation") ? "" : notation,
                names.contains("place") ? "" : place,
                names.contains("issuedOn") ? "" : issuedOn,
                names.contains("typeName") ? "" : typeName,
                names.contains("subject") ? "" : subject,
                names.contains("competence") ? "" : competence,
                names.contains("position") ? "" : position,
                names.contains("signer") ? "" : signer,
                urgency);
    }

    /** Names of the fields in which these differ from the others. */
    Set<String> changedFrom(DraftFields others) {
        Map<String, String> before = others.texts();
        Set<String> changed = new TreeSet<>();
        texts().forEach((name, text) -> {
            if (!text.equals(before.get(name))) {
                changed.add(name);
            }
        });
        return changed;
    }

    /** These, and where one of them is empty, the other's. */
    public DraftFields or(DraftFields other) {
        return new DraftFields(
                first(number, other.number),
                first(notation, other.notation),
                first(place, other.place),
                first(issuedOn, other.issuedOn),
                first(typeName, other.typeName),
                first(subject, other.subject),
                first(competence, other.competence),
                first(position, other.position),
                first(signer, other.signer),
                urgency == 0 ? other.urgency : urgency);
    }

    private static String first(String one, String other) {
        return one.isEmpty() ? other : one;
    }

    /** In one line, bounded, and of characters that XML has: anything else could not be sent. */
    private static String clean(String typed) {
        String line = typed.replaceAll("[\\p{Cntrl}\\p{Cn}\\p{Co}\\p{Cs}\\uFFFE\\uFFFF]+", " ")
                .strip();
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST).strip();
    }
}
