package vn.lienthong.gateway.dossier;

import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.packet.BusinessAction;
import vn.lienthong.gateway.packet.DocumentId;

/**
 * What makes two submissions the same document: sender, document id, action and target. A recall, update or replacement
 * is a new version by its content; a new document is not.
 *
 * @param version the content digest of a recall, update or replacement; empty for a new document
 */
public record DocumentKey(
        AgencyId sender, DocumentId documentId, BusinessAction action, String target, String version) {}
