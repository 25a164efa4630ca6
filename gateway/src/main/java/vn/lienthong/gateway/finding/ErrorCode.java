package vn.lienthong.gateway.finding;

/**
 * Stable names of everything that can be wrong with an input. The name is the code on every door; it is never reused for
 * another meaning. The clause says where the rule comes from.
 */
public enum ErrorCode {
    // --- reading the packet -------------------------------------------------------------------------------------
    /** The bytes are not well-formed XML. */
    PACKET_NOT_WELL_FORMED("XML 1.0 §2.1", "gói tin không phải XML hợp lệ"),
    /** A document type declaration, which edXML never needs and attackers do. */
    PACKET_HAS_DOCTYPE("QCVN 102:2016; OWASP XXE", "gói tin có DOCTYPE"),
    /** A limit on depth, elements, text, names, attachments or size was passed. */
    PACKET_LIMIT_EXCEEDED("setting lienthong.packet.*", "gói tin vượt giới hạn"),
    /** The bytes end before the packet does. */
    PACKET_TRUNCATED("XML 1.0 §2.1", "gói tin bị cắt cụt"),
    /** Well-formed, but not an edXML packet of QCVN 102. */
    PACKET_NOT_EDXML("QCVN 102:2016", "không phải gói tin edXML"),

    // --- checking the packet ------------------------------------------------------------------------------------
    /** An element that the regulation requires is missing or empty. */
    FIELD_MISSING("QCVN 102:2016 tables 1, 2", "thiếu trường bắt buộc"),
    /** Longer than the regulation's tables allow. */
    FIELD_TOO_LONG("QCVN 102:2016 tables 1, 2", "trường quá dài"),
    /** Not of the type the regulation's tables give. */
    FIELD_MALFORMED("QCVN 102:2016 tables 1, 2", "trường sai định dạng"),
    /** An element that the regulation and its known extensions do not have; it is not carried on when a packet is rewritten. */
    ELEMENT_UNKNOWN("QCVN 102:2016 tables 1, 2", "phần tử ngoài quy chuẩn"),
    /** An element twice where one is meant: two readers would take different ones. */
    ELEMENT_REPEATED("QCVN 102:2016 tables 1, 2", "phần tử lặp lại"),
    /** A value outside the published lists, kept as written. */
    FIELD_VALUE_UNKNOWN("QCVN 102:2016 code lists", "giá trị ngoài danh mục"),
    /** The same recipient twice. */
    RECIPIENT_REPEATED("QCVN 102:2016 1.2", "nơi nhận lặp lại"),
    /** A code outside every known pattern; the directory decides, this only warns. */
    AGENCY_CODE_IRREGULAR("QĐ 20/2020/QĐ-TTg Art 4–6", "mã định danh không theo mẫu"),
    /** A recall, update or replacement that does not say what it acts on. */
    BUSINESS_TARGET_MISSING("QCVN 102:2016 2.2", "thiếu văn bản bị tác động"),
    /** Its trace has this gateway twice, or too many stations: it may go in a circle. */
    TRACE_LOOP("QCVN 102:2016 2.1; setting lienthong.gateway.max-hops", "văn bản có thể đang chạy vòng"),
    /** Marked as state secret: not to be carried on this network. */
    STATE_SECRET("QĐ 28/2018/QĐ-TTg Art 1; Law on state secrets", "văn bản mật không được gửi qua trục"),

    // --- attachments --------------------------------------------------------------------------------------------
    /** A manifest reference without its attachment. */
    ATTACHMENT_MISSING("QCVN 102:2016 manifest", "thiếu tệp đính kèm"),
    /** An attachment the manifest does not name. */
    ATTACHMENT_UNREFERENCED("QCVN 102:2016 manifest", "tệp đính kèm không có trong danh mục"),
    /** Two attachments under one content id. */
    ATTACHMENT_REPEATED("RFC 2392", "trùng mã tệp đính kèm"),
    /** The transfer encoding is not base64 that two decoders would agree on. */
    ATTACHMENT_BAD_BASE64("RFC 4648 §3.5, §4", "tệp đính kèm sai base64"),
    /** The wrapping ZIP cannot be read, or holds anything but one file. */
    ATTACHMENT_BAD_ARCHIVE("VXP SDK packing", "tệp nén đính kèm hỏng"),
    /** An archive that inflates beyond the allowed ratio or size. */
    ATTACHMENT_BOMB("setting lienthong.packet.*", "tệp nén giãn quá mức"),
    /** A path, control character or reserved name where a file name belongs. */
    ATTACHMENT_NAME_UNSAFE("CWE-22", "tên tệp không an toàn"),
    /** Binary content that went through a text decoder: it cannot be restored. */
    ATTACHMENT_DAMAGED("QĐ 28/2018/QĐ-TTg Art 9", "tệp đính kèm bị hỏng khi chuyển mã"),
    /** The bytes are not of the type their name or label says. */
    ATTACHMENT_TYPE_MISMATCH("QCVN 102:2016 ContentType", "loại tệp không khớp"),

    // --- signatures ---------------------------------------------------------------------------------------------
    SIGNATURE_FAILED("EN 319 102-1 §5.1.3 TOTAL_FAILED", "chữ ký không hợp lệ"),
    SIGNATURE_BROKEN("EN 319 102-1 §5.2.2 FORMAT_FAILURE", "chữ ký bị phá vỡ cấu trúc"),
    SIGNATURE_INDETERMINATE("EN 319 102-1 §5.1.3 INDETERMINATE", "chưa xác định được chữ ký"),
    SIGNATURE_ABSENT("QĐ 28/2018/QĐ-TTg", "không có chữ ký số: chỉ để biết"),
    SIGNATURE_UNTRUSTED("EN 319 102-1 §5.2.6 NO_CERTIFICATE_CHAIN_FOUND", "chứng thư không thuộc nguồn tin cậy"),
    SIGNATURE_WEAK_ALGORITHM("Circular 15/2025/TT-BKHCN; EN 319 102-1 §5.2.8.4", "chữ ký dùng thuật toán yếu"),
    SIGNATURE_TIMESTAMP_UNPROVEN("EN 319 102-1 §5.4; RFC 3161", "dấu thời gian chưa chứng thực được"),
    SIGNATURE_FILE_ENCRYPTED("ISO 32000-1 §7.6", "tệp PDF bị mã hóa, chưa kiểm tra chữ ký"),
    SIGNATURE_FILE_TOO_LARGE("a fixed limit", "tệp quá lớn, chưa kiểm tra chữ ký"),
    SIGNATURE_NOT_CHECKED("EN 319 102-1 §5.1.3 INDETERMINATE", "chưa kiểm tra chữ ký của tệp"),
    SIGNATURE_COUNTERSIGNED("RFC 5652 §11.4", "có chữ ký xác nhận trên chữ ký, không tính là chữ ký văn bản"),
    SIGNATURE_FILE_UNCOVERED("EN 319 162-1 §4.4", "tệp trong gói không được chữ ký nào bao phủ"),
    SIGNATURE_NOT_SENDERS("Circular 41/2017/TT-BTTTT", "con dấu số không phải của nơi gửi"),
    SIGNER_NOT_OF_SENDER("Decree 30/2020/NĐ-CP Art 12, 13", "người ký không thuộc nơi gửi"),
    CHANGED_AFTER_SIGNING("EN 319 142-1 §5.5", "nội dung thay đổi sau khi ký"),
    /** What an XML signature is over, where that is not simply the whole file. */
    SIGNATURE_COVERS("XML-DSig §4.4.3; EN 319 102-1 §5.2.8", "phạm vi của chữ ký XML"),
    /** Over all of a packet but the stations of its trace. */
    ENVELOPE_SIGNATURE_LEAVES_TRACE("QCVN 102:2016 2.1", "chữ ký vỏ gói tin không bao gồm các chặng đường đi"),
    ENVELOPE_SIGNATURE_DECORATIVE("XML-DSig §2", "chữ ký vỏ gói tin không có giá trị chứng thực"),
    ENVELOPE_SIGNATURE_NOT_CHECKED("a fixed limit", "chưa kiểm tra chữ ký vỏ gói tin"),

    // --- before signing -----------------------------------------------------------------------------------------
    SIGNING_SCRIPT("ISO 32000-1 §12.6.4.16; shadow attacks (NDSS 2021)", "tệp chứa JavaScript, không ký"),
    SIGNING_ACTION("ISO 32000-1 §12.6.4; shadow attacks (NDSS 2021)", "tệp chứa lệnh mở hoặc gửi ra ngoài, không ký"),
    SIGNING_XFA("ISO 32000-1 §12.7.8", "tệp dùng biểu mẫu XFA, không ký"),
    SIGNING_LAYERS("ISO 32000-1 §8.11; shadow attacks (NDSS 2021)", "tệp có lớp ẩn hiện, không ký"),
    SIGNING_EMBEDDED_FILE("ISO 32000-1 §7.11.4", "tệp nhúng tệp khác bên trong, không ký"),
    SIGNING_FIELDS_OVERLAP("shadow attacks (NDSS 2021)", "tệp có ô biểu mẫu chồng lên nhau, không ký"),
    SIGNING_FORBIDDEN("ISO 32000-1 §12.8.2.2, §12.8.2.4", "chữ ký trước không cho phép ký thêm"),
    SIGNING_FILE_DAMAGED("ISO 32000-1 §7.5", "cấu trúc tệp PDF hỏng, không ký"),
    SIGNING_FILE_TOO_LARGE("bounds on files to be signed", "tệp quá lớn hoặc quá nhiều trang, không ký"),

    // --- evidence -----------------------------------------------------------------------------------------------
    EVIDENCE_BROKEN("house: evidence; RFC 9162 §2.1", "chứng cứ không khớp"),
    DOCUMENT_NOT_OF_RECEIPT("house: evidence", "tệp không phải văn bản của biên nhận"),

    // --- agencies -----------------------------------------------------------------------------------------------
    AGENCY_UNKNOWN("QĐ 20/2020/QĐ-TTg Art 9", "mã định danh không có trong danh mục"),
    AGENCY_CLOSED("QĐ 09/2025/QĐ-TTg Art 2", "mã định danh đã đóng"),
    AGENCY_SUCCEEDED("QĐ 09/2025/QĐ-TTg Art 2(2)", "cơ quan đã sáp nhập, chuyển nơi kế thừa"),
    AGENCY_SPLIT("QĐ 09/2025/QĐ-TTg Art 2", "cơ quan đã chia tách, chờ quyết định"),
    AGENCY_NOT_YET("QĐ 20/2020/QĐ-TTg Art 9", "mã định danh chưa có hiệu lực"),
    AGENCY_AMBIGUOUS_IN_TIME("QĐ 09/2025/QĐ-TTg Art 2", "mã định danh đổi nghĩa giữa ngày ban hành và ngày nhận"),
    RECIPIENT_UNREACHABLE("setting of the agency's delivery", "cơ quan nhận chưa có hệ thống kết nối"),

    // --- access and the door ------------------------------------------------------------------------------------
    SYSTEM_UNKNOWN("axis dialect 6.2", "hệ thống chưa đăng ký"),
    MAC_WRONG("axis dialect 6.2", "sai mã xác thực"),
    /** A call to a door for systems without anything to know it by. */
    CREDENTIALS_MISSING("RFC 6750 §3", "thiếu thông tin xác thực"),
    CREDENTIALS_WRONG("RFC 6750 §3.1", "thông tin xác thực không đúng hoặc đã hết hạn"),
    TIMESTAMP_OUT_OF_WINDOW("axis dialect 6.2", "thời điểm ngoài khoảng cho phép"),
    HASH_MISMATCH("axis dialect 6.2 hash-file", "tệp không khớp giá trị băm"),
    PARAMETER_MISSING("axis dialect 6.2", "thiếu tham số"),
    PARAMETER_MALFORMED("axis dialect 6.2", "tham số sai định dạng"),
    MANDATE_MISSING("house: hierarchy implies no mandate", "không được ủy quyền cho cơ quan này"),
    SENDER_NOT_CALLER("house: access", "nơi gửi không phải hệ thống đang gọi"),
    RECIPIENTS_WIDENED("axis dialect 6.2 to", "danh sách nhận rộng hơn gói tin"),
    /** A document that is on record came again for further recipients, who get it now; no fault, but not to pass unseen. */
    RECIPIENTS_ADDED("house: idempotency", "văn bản đã gửi được thêm nơi nhận"),
    DOCUMENT_CONFLICT("house: idempotency", "cùng mã văn bản nhưng khác nội dung"),
    /** The caller's key for repeats came with another call before. */
    IDEMPOTENCY_KEY_REUSED("draft-ietf-httpapi-idempotency-key-header §2.7", "khóa chống lặp đã dùng cho yêu cầu khác"),
    /** The copy is no longer, or not yet, in a state in which this means anything. */
    STATE_CONFLICT("house: states of a delivery", "trạng thái hiện tại không cho phép thao tác này"),
    NOT_FOUND("axis dialect 6.2", "không tìm thấy"),
    TOO_LARGE("setting lienthong.packet.max-size", "dữ liệu quá lớn"),
    BODY_TRUNCATED("RFC 9112 §6.3", "dữ liệu bị cắt cụt"),
    SLOW_CALLER("setting lienthong.door.upload-timeout", "đường truyền quá chậm"),
    /** As many bodies as allowed are being received at this moment: the caller should come again. */
    BUSY("setting lienthong.door.max-uploads", "cổng đang nhận quá nhiều văn bản, xin gửi lại sau ít phút"),
    /** The caller, or the address it calls from, has had its share for now: it should come again later. */
    TOO_MANY_CALLS("RFC 6585 §4; settings lienthong.limits.*", "gọi quá nhiều, xin gửi lại sau ít phút"),
    INTERNAL("fault of ours", "lỗi của hệ thống, xin thử lại");

    private final String clause;
    private final String vietnamese;

    ErrorCode(String clause, String vietnamese) {
        this.clause = clause;
        this.vietnamese = vietnamese;
    }

    /** The rule behind the code: statute, standard, or the setting that raises the limit. */
    public String clause() {
        return clause;
    }

    /** A short Vietnamese sentence for screens and for the answers of the doors. */
    public String vietnamese() {
        return vietnamese;
    }
}
