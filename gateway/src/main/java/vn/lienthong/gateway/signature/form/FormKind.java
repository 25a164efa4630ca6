package vn.lienthong.gateway.signature.form;

/** The forms in which a signature is shown. */
public enum FormKind {
    /** An agency's seal over the officer's signature. */
    AGENCY_SEAL("dau-co-quan"),
    /** An officer's own signature. */
    OFFICER("chu-ky"),
    /** An annex or a copy: text at the upper right of the first page. */
    COPY("phu-luc-ban-sao"),
    /** The receiver's stamp: number and date of arrival. */
    INCOMING_STAMP("dau-den");

    private final String mark;

    FormKind(String mark) {
        this.mark = mark;
    }

    /** How our annotations are named in the file ({@code /NM}), with a number behind it. */
    String mark() {
        return "lienthong-" + mark;
    }
}
