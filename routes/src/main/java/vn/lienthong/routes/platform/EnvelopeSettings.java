package vn.lienthong.routes.platform;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code lienthong.envelope}: the signature over a packet as a whole.
 *
 * @param sign whether packets that are written here, from forms and drafts, are signed with the gateway's seal over all but the
 *     stations of their trace; default false, since old software may not expect it
 */
public record EnvelopeSettings(@DefaultValue("false") boolean sign) {}
