package vn.lienthong.gateway.agency;

/** Under which rule a code was given. An agency may carry one of each at the same time. */
public enum CodeForm {
    /** QĐ 20/2020/QĐ-TTg. */
    NEW,
    /** QCVN 102:2016/BTTTT before its amendment. */
    OLD,
    /** A business number, a scheme code, or a code of a system's own. */
    OTHER;

    /** For tables that do not say; a code already in the directory keeps the form it was recorded with. */
    static CodeForm usualFor(AgencyCode code) {
        return switch (code.pattern()) {
            case QD20 -> NEW;
            case QCVN102_OLD -> OLD;
            case SCHEME_Z, BUSINESS, IRREGULAR -> OTHER;
        };
    }
}
