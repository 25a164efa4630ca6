package vn.lienthong.gateway.access;

import java.net.URI;

/** Where documents are pushed to, and how. */
public record PushTarget(URI address, PushForm form) {}
