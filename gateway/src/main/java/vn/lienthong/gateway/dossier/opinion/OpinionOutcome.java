package vn.lienthong.gateway.dossier.opinion;

/** What came of asking another engine about a document. */
public enum OpinionOutcome {
    /** Nothing that we passed by our standard rules was failed, or for a reason that a clause settles. */
    AGREED,
    /** Something that we passed was not passed: a person looks. */
    DISAGREED,
    /** The engine could not say anything, or was not asked. Never read as agreement. */
    NONE
}
