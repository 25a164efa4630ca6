package vn.lienthong.gateway.status;

/** Which side of a document may send a status (QĐ 28/2018/QĐ-TTg; samples of the status messages). */
public enum StatusRule {
    /** 01–06, 15, 16: a recipient tells the sender. */
    FROM_RECIPIENT,
    /** 13: the sender asks a recipient. */
    FROM_SENDER;

    /** The rule for a code; codes that nobody has published yet are taken as coming from a recipient. */
    public static StatusRule of(String code) {
        return code.equals("13") ? FROM_SENDER : FROM_RECIPIENT;
    }
}
