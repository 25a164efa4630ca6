package vn.lienthong.routes.door.soap;

import java.util.Arrays;
import java.util.List;
import vn.lienthong.schemas.documents.MessageType;
import vn.lienthong.schemas.documents.ReceiptStatus;

/** The words that a member of the WSDL may hold, where it lists them. */
final class ListedWordsMapping {

    private ListedWordsMapping() {}

    /** None where the member holds any text. */
    static List<String> of(String member) {
        return switch (member) {
            case "messageType" ->
                Arrays.stream(MessageType.values()).map(MessageType::value).toList();
            case "status" ->
                Arrays.stream(ReceiptStatus.values()).map(ReceiptStatus::value).toList();
            default -> List.of();
        };
    }
}
