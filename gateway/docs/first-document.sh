#!/usr/bin/env bash
# Hands in a document and collects it, in the axis dialect, with nothing but bash, curl and openssl.
#   SYSTEM=… SECRET=… first-document.sh send FROM TO SUBJECT    hand one in, from agency FROM to agency TO
#   SYSTEM=… SECRET=… first-document.sh sent                    what became of what was handed in
#   SYSTEM=… SECRET=… first-document.sh collect                 save everything that waits, one file each
# AXIS is the gateway's address, http://127.0.0.1:8081 unless set.
set -euo pipefail
: "${AXIS:=http://127.0.0.1:8081}" "${SYSTEM:?the id given to: admin system add}" "${SECRET:?what it printed}"

# call METHOD OPERATION [NAME=VALUE…] [-- curl options]: the signed JSON is the call, the code over it the proof.
call() {
    local method=$1 operation=$2 json value mac
    shift 2
    json="{\"XroadVnpt-systemid\":\"$SYSTEM\",\"XroadVnpt-timestamp\":\"$(TZ=UTC-7 date +%d%m%YT%H%M%S+000)\""
    while (($#)) && [[ $1 != -- ]]; do
        value=${1#*=} value=${value//\\/\\\\} value=${value//\"/\\\"}
        json+=",\"XroadVnpt-${1%%=*}\":\"$value\""
        shift
    done
    json+="}"
    mac=$(printf %s "$json" | openssl dgst -sha256 -mac HMAC \
        -macopt "hexkey:$(printf %s "$SECRET" | od -An -v -tx1 | tr -d ' \n')" -r | cut -d' ' -f1)
    curl -sS -X "$method" "$AXIS/XrdAdapter/adapter/$operation" \
        -H "XroadVnpt-sign-header: $json" -H "XroadVnpt-hash-header: $mac" "${@:2}"
}

usage() {
    sed -n '2,6s/^# //p' "$0"
    exit 2
}

# packet FROM TO SUBJECT: the signed wrapper (edXML), here unsigned, with one text file in it.
packet() {
    local day id subject
    subject=$(sed 's/&/\&amp;/g; s/</\&lt;/g' <<<"$3")
    day=$(TZ=UTC-7 date +%Y/%m/%d) id=$(openssl rand -hex 4)
    cat <<EDXML
<?xml version="1.0" encoding="UTF-8"?>
<edXML xmlns="http://www.mic.gov.vn/TBT/QCVN_102_2016">
  <edXMLEnvelope>
    <edXMLHeader>
      <MessageHeader>
        <From><OrganId>$1</OrganId><OrganName>Cơ quan gửi</OrganName></From>
        <To><OrganId>$2</OrganId><OrganName>Cơ quan nhận</OrganName></To>
        <DocumentId>$1,$day,$id/TT-VP</DocumentId>
        <Code><CodeNumber>$id</CodeNumber><CodeNotation>TT-VP</CodeNotation></Code>
        <PromulgationInfo><Place>Hà Nội</Place><PromulgationDate>$day</PromulgationDate></PromulgationInfo>
        <DocumentType><Type>1</Type><TypeName>Công văn</TypeName></DocumentType>
        <Subject>$subject</Subject>
        <Content>$subject</Content>
        <SignerInfo><FullName>Nguyễn Văn Thử</FullName></SignerInfo>
        <OtherInfo><Priority>0</Priority></OtherInfo>
      </MessageHeader>
      <TraceHeaderList>
        <TraceHeader><OrganId>$1</OrganId><Timestamp>$day $(TZ=UTC-7 date +%H:%M:%S)</Timestamp></TraceHeader>
        <Bussiness><BussinessDocType>0</BussinessDocType></Bussiness>
      </TraceHeaderList>
    </edXMLHeader>
    <edXMLBody>
      <edXMLManifest version="1.0">
        <Reference>
          <ContentId>cid:1</ContentId><ContentType>text/plain</ContentType><AttachmentName>thu.txt</AttachmentName>
        </Reference>
      </edXMLManifest>
    </edXMLBody>
  </edXMLEnvelope>
  <AttachmentEncoded>
    <Attachment>
      <ContentId>cid:1</ContentId><AttachmentName>thu.txt</AttachmentName><ContentType>text/plain</ContentType>
      <ContentTransferEncoded>$(printf 'Kính gửi quý cơ quan.\n' | openssl base64 -A)</ContentTransferEncoded>
    </Attachment>
  </AttachmentEncoded>
</edXML>
EDXML
}

case ${1:-} in
send)
    (($# == 4)) || usage
    file=$(mktemp)
    trap 'rm -f "$file"' EXIT
    packet "${@:2:3}" >"$file"
    call POST sendEdoc "from=$2" servicetype=eDoc messagetype=edoc "to=[\"$3\"]" \
        "hash-file=$(openssl dgst -sha256 -r "$file" | cut -d' ' -f1)" -- -F "file_doc=@$file"
    echo
    ;;
sent)
    call POST getSentEdocList -- -d ''
    echo
    ;;
collect)
    list=$(call POST getReceivedEdocList servicetype=eDoc messagetype=edoc -- -d '')
    if [[ $list != *'"status":"OK"'* ]]; then
        echo "$list"
        exit 1
    fi
    for id in $(grep -o '"docId":"[^"]*"' <<<"$list" | cut -d'"' -f4); do
        call GET downloadEdoc "docId=$id" -- -o "$id.edxml"
        call POST updateStatus "docId=$id" status=done -- -d ''
        echo " $id.edxml"
    done
    ;;
*)
    usage
    ;;
esac
