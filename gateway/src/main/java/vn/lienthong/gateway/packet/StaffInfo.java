package vn.lienthong.gateway.packet;

/** The officer behind an action or a status (QCVN 102 2.2.5); the two ids are the SDK's. */
public record StaffInfo(
        String department, String departmentId, String staff, String staffId, String email, String mobile) {

    /** Nobody named. */
    public static final StaffInfo NONE = new StaffInfo("", "", "", "", "", "");
}
