package vn.lienthong.gateway.admission;

/** What a policy row asks for, mildest first: of several, the last one counts. */
public enum PolicyAction {
    ACCEPT,
    /** Accept, and tell recipient and operator. */
    ACCEPT_MARKED,
    /** Take custody; a registrar decides where it goes. Other recipients get theirs. */
    HOLD_REGISTRAR,
    /** Take custody; the receiving clerk accepts or refuses (02/03). */
    HOLD_CLERK,
    /** Take custody; an operator releases or refuses. */
    HOLD_OPERATOR,
    /** Take custody where nobody but an operator sees it, and raise an alert. */
    QUARANTINE,
    /** Not taken; the caller is told why. */
    REJECT
}
