package vn.lienthong.routes.door.soap;

import java.time.Clock;
import vn.lienthong.gateway.agency.Agencies;
import vn.lienthong.gateway.delivery.CollectDocuments;
import vn.lienthong.gateway.delivery.FindSent;
import vn.lienthong.gateway.delivery.OutgoingBytes;
import vn.lienthong.gateway.evidence.ExportReceipt;

/** What the door's operations are carried out by; the same as at every other door. */
record SoapOperations(
        HandIn handingIn,
        CollectDocuments collecting,
        OutgoingBytes outgoing,
        FindSent sent,
        Agencies agencies,
        ExportReceipt receipts,
        Clock clock) {}
