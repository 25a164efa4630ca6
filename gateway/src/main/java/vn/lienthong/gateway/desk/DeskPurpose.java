package vn.lienthong.gateway.desk;

/** What a file is signed for at a desk; whoever takes it back is chosen by it. */
public enum DeskPurpose {
    /** The agency's seal on the document of a draft. */
    DRAFT_SEAL("SignIssued"),
    /** The agency's signature on an annex of a draft. */
    DRAFT_ANNEX("SignAppendix"),
    /** The agency's stamp on a received document. */
    INCOMING_STAMP("SignIncome"),
    /** A person's own signature. */
    OFFICER("SignApproved");

    private final String function;

    DeskPurpose(String function) {
        this.function = function;
    }

    /** How the signing program of the Government Cipher Committee calls it: the path of its local address. */
    public String function() {
        return function;
    }
}
