package vn.lienthong.gateway.dossier;

/** Who has to look at a held document or delivery. */
public enum Hold {
    OPERATOR,
    RECEIVING_CLERK,
    REGISTRAR,
    QUARANTINE
}
