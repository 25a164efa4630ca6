package vn.lienthong.gateway.packet;

/**
 * An agency as a packet names it (QCVN 102 1.1, 1.2). Only the code routes; the rest is for people.
 *
 * @param organId agency code as written, at most 35 characters by the regulation
 * @param organizationInCharge the body it belongs to (cơ quan chủ quản)
 * @param organName its name
 * @param organAdd postal address
 */
public record AgencyBlock(
        String organId,
        String organizationInCharge,
        String organName,
        String organAdd,
        String email,
        String telephone,
        String fax,
        String website) {

    /** Nothing said about an agency. */
    public static final AgencyBlock NONE = of("", "");

    /** An agency with its code and name alone. */
    public static AgencyBlock of(String organId, String organName) {
        return new AgencyBlock(organId, "", organName, "", "", "", "", "");
    }
}
