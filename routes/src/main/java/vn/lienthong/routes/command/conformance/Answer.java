package vn.lienthong.routes.command.conformance;

import java.net.http.HttpHeaders;

/** What the gateway answered. */
record Answer(int status, HttpHeaders headers, byte[] body) {}
