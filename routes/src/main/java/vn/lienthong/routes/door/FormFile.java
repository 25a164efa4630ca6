package vn.lienthong.routes.door;

import vn.lienthong.gateway.packet.AttachmentContent;

/**
 * A file of a form.
 *
 * @param name as the caller calls it: data, never a path to write to
 * @param contentType as the caller labels it; empty where it does not
 */
public record FormFile(String name, String contentType, AttachmentContent content) {}
