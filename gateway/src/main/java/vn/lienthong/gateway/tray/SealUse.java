package vn.lienthong.gateway.tray;

import java.time.Instant;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.digest.Sha256;

/**
 * Whose seal a file of a draft got, and who put it on.
 *
 * @param certificate SHA-256 of the seal's
 * @param by as evidence names people
 * @param at the time that the seal says
 */
public record SealUse(AgencyId agency, Sha256 certificate, String by, Instant at) {}
