package vn.lienthong.gateway.packet;

import java.util.List;

/**
 * Other information (QCVN 102 1.11) with three elements that the platform's SDK added.
 *
 * @param priority độ khẩn: 0 normal to 4 express at a fixed hour
 * @param sphereOfPromulgation phạm vi ban hành
 * @param typerNotation ký hiệu người đánh máy
 * @param promulgationAmount copies issued
 * @param pageAmount pages
 * @param direction SDK: whether it steers, {@code true} or {@code false}
 * @param replyFors SDK: documents it replies to, one text
 * @param referenceCodes SDK: documents it refers to, one text
 * @param appendixes names of the annexes
 */
public record OtherInfo(
        String priority,
        String sphereOfPromulgation,
        String typerNotation,
        String promulgationAmount,
        String pageAmount,
        String direction,
        String replyFors,
        String referenceCodes,
        List<String> appendixes) {

    /** Nothing said. */
    public static final OtherInfo NONE = new OtherInfo("", "", "", "", "", "", "", "", List.of());

    public OtherInfo {
        appendixes = List.copyOf(appendixes);
    }
}
