package vn.lienthong.gateway.signature.form;

/** What a signature shows on the page. */
public sealed interface VisibleForm permits AgencySealForm, OfficerForm, CopyForm, IncomingStampForm {

    /** Which of the forms it is. */
    FormKind kind();
}
