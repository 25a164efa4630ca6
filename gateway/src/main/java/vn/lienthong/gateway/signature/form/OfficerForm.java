package vn.lienthong.gateway.signature.form;

/** An officer's signature (Decree 30/2020/NĐ-CP, Annex I): the picture of the one made by hand, in blue, and nothing else. */
public record OfficerForm(Picture picture, Place place) implements VisibleForm {
    @Override
    public FormKind kind() {
        return FormKind.OFFICER;
    }
}
