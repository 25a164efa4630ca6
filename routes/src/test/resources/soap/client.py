"""A first document by zeep, knowing nothing but the WSDL: handed in, listed, fetched, confirmed, followed.

Arguments: address of the WSDL, token of the sender, token of the recipient, file of the packet.
"""
import hashlib
import sys

import requests
import zeep
from zeep.exceptions import Fault
from zeep.transports import Transport


def client(wsdl, token, port):
    session = requests.Session()
    session.headers["Authorization"] = "Bearer " + token
    made = zeep.Client(wsdl, transport=Transport(session=session, timeout=30))
    return made.bind("DocumentsService", port)


wsdl, sender_token, recipient_token, file = sys.argv[1:]
with open(file, "rb") as opened:
    packet = opened.read()

for port in ("DocumentsSoap11", "DocumentsSoap12"):
    sender = client(wsdl, sender_token, port)
    recipient = client(wsdl, recipient_token, port)

    taken = sender.submitDocument(packet=packet)
    assert taken.docId and not taken.held, taken

    waiting = recipient.listReceived(messageType="edoc")
    if port == "DocumentsSoap11":
        docId = waiting["item"][-1].docId
        copy = recipient.getDocument(docId=docId)
        # Attached by MTOM; zeep puts it in its place.
        assert hashlib.sha256(copy.packet).hexdigest() == copy.sha256, copy.sha256
        assert len(copy.packet) == copy.length, copy.length
        recipient.reportReceipt(docId=docId, status="done")
    else:
        assert taken.repeated, taken
        assert waiting["count"] == 0, waiting

    state = sender.getSentState(docId=taken.docId)
    assert state.copy[0].state == "done", state
    assert sender.resolveAgency(code="H53").outcome == "resolved"
    assert sender.getReceipt(docId=taken.docId), "no receipt"

    try:
        recipient.getSentState(docId=taken.docId)
        raise AssertionError("another's document")
    except Fault as fault:
        codes = [element.text for element in fault.detail.iter("{urn:lienthong:documents:1}code")]
        assert codes == ["NOT_FOUND"], codes

print("taken, fetched, confirmed")
