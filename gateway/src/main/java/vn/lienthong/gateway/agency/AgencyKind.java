package vn.lienthong.gateway.agency;

/** What sort of body an agency is (QĐ 20/2020/QĐ-TTg Annex I, and the units below its level-1 bodies). */
public enum AgencyKind {
    /** Group A. */
    PARTY,
    /** Groups B to F: President's office, National Assembly, courts, procuracy, audit. */
    STATE,
    /** Group G: ministries and bodies of the Government. */
    MINISTRY,
    /** Group H and below: Ủy ban nhân dân. */
    PEOPLES_COMMITTEE,
    /** Group K and below: Hội đồng nhân dân. */
    PEOPLES_COUNCIL,
    /** Group I: central socio-political organisations. */
    SOCIO_POLITICAL,
    /** Group J: other associations. */
    ASSOCIATION,
    /** A department, office, school or other unit under an agency. */
    UNIT,
    /** Enterprise, cooperative or household business (Art 5). */
    BUSINESS,
    /** A system that carries documents and signs none, such as a hub of the axis. */
    HUB,
    /** Whatever else has a code. */
    OTHER
}
