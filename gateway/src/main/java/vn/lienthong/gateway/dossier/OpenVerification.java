package vn.lienthong.gateway.dossier;

/**
 * A dossier whose signatures are not settled.
 *
 * @param looks how often it was looked at again since there was reason to, this time included
 * @param unfinished how many looks before this one began and never ended
 */
public record OpenVerification(Dossier dossier, int looks, int unfinished) {}
