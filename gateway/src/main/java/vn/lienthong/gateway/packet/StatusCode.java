package vn.lienthong.gateway.packet;

import java.util.Objects;
import java.util.Set;

/**
 * A status of QĐ 28/2018 as the platform numbers them. Unknown codes are kept, not refused.
 *
 * @param text as written, by rule two digits; empty where there is none
 */
public record StatusCode(String text) {

    /** Đã đến: the receiving software has it. */
    public static final StatusCode ARRIVED = new StatusCode("01");
    /** Từ chối tiếp nhận: refused, with a reason. */
    public static final StatusCode REFUSED = new StatusCode("02");
    /** Đã tiếp nhận: entered in the incoming book. */
    public static final StatusCode ACCEPTED = new StatusCode("03");
    /** Phân công. */
    public static final StatusCode ASSIGNED = new StatusCode("04");
    /** Đang xử lý. */
    public static final StatusCode PROCESSING = new StatusCode("05");
    /** Hoàn thành. */
    public static final StatusCode DONE = new StatusCode("06");
    /** Lấy lại: the sender asks to take the document back. */
    public static final StatusCode TAKE_BACK = new StatusCode("13");
    /** Đồng ý cập nhật, lấy lại. */
    public static final StatusCode CHANGE_AGREED = new StatusCode("15");
    /** Từ chối cập nhật, lấy lại. */
    public static final StatusCode CHANGE_REFUSED = new StatusCode("16");

    private static final Set<StatusCode> KNOWN =
            Set.of(ARRIVED, REFUSED, ACCEPTED, ASSIGNED, PROCESSING, DONE, TAKE_BACK, CHANGE_AGREED, CHANGE_REFUSED);

    public StatusCode {
        Objects.requireNonNull(text, "text");
    }

    public boolean isKnown() {
        return KNOWN.contains(this);
    }

    /** Whether the regulation wants a reason with it: a refusal, a request to take back. */
    public boolean needsReason() {
        return equals(REFUSED) || equals(TAKE_BACK);
    }

    @Override
    public String toString() {
        return text;
    }
}
