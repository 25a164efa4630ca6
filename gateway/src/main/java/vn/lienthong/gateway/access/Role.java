package vn.lienthong.gateway.access;

/** What a person at the console is there for. Nobody holds two. */
public enum Role {
    /** Lets held documents go or refuses them, sends again, withdraws, closes. */
    OPERATOR,
    /** Keeps the directory, and decides where copies for reorganised bodies go. */
    REGISTRAR,
    /** Reads everything and changes nothing. */
    AUDITOR,
    /**
     * Văn thư: reads and sends for the agencies that the account holds mandates for, and sees nothing else
     * (NĐ 30/2020/NĐ-CP Art 6, clerical work of an agency).
     */
    CLERK,
    /**
     * Lãnh đạo, chuyên viên: reads the trays of the agencies that the account holds mandates for, once their clerk has a
     * document; signs what a clerk puts before this person, with a mandate to sign. Changes nothing else.
     */
    OFFICER,
    /** Whatever an operator and a registrar may do. */
    ADMINISTRATOR
}
